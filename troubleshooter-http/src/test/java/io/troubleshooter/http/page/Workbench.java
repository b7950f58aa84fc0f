package io.troubleshooter.http.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.troubleshooter.http.RunningService;
import java.nio.charset.StandardCharsets;

/** What a user does on the page, in words of the page. */
final class Workbench {

    static final String DISK_FULL = """
            2026-11-20 09:42:58.010 WARN  [checkpointer] checkpoints are occurring too frequently (9 seconds apart)
            2026-11-20 09:43:01.010 INFO  [checkpointer] checkpoint complete for bob@example.com
            2026-11-20 09:43:11.204 ERROR [writer] could not extend file "base/16384/24601": No space left on device
            2026-11-20 09:43:11.209 INFO  [writer] HINT:  Check free disk space.
            2026-11-20 09:43:40.310 ERROR [exec-1] HikariPool-1 - Connection is not available, request timed out after 30000ms.
            2026-11-20 09:43:41.310 ERROR [exec-2] HikariPool-1 - Connection is not available, request timed out after 30000ms.
            """;

    private final Page page;
    private final RunningService service;

    Workbench(Page page, RunningService service) {
        this.page = page;
        this.service = service;
    }

    static Workbench open(Page page, RunningService service) {
        page.navigate(service.uri("/").toString());
        page.locator("main h1").waitFor();
        return new Workbench(page, service);
    }

    /** Gives a log as a user without a mouse would. */
    Workbench diagnose(String log) {
        field("Paste logs, a stack trace").fill(log);
        page.keyboard().press("Control+Enter");
        page.locator("#report .tabs").waitFor();
        page.waitForCondition(() -> page.locator(".verdict").count() > 0);
        return this;
    }

    /** Chooses a file from the dialog of the system. */
    Workbench choose(String name, String log) {
        page.waitForFileChooser(() -> button("Choose files").click())
                .setFiles(new FilePayload(name, "text/plain", log.getBytes(StandardCharsets.UTF_8)));
        page.locator("#report .tabs").waitFor();
        return this;
    }

    Workbench ask(String question) {
        page.locator("#question").fill(question);
        page.keyboard().press("Enter");
        return this;
    }

    void awaitAnswers(int number) {
        page.waitForCondition(() -> page.locator(".exchange").count() == number
                && page.locator(".exchange .statement").count() >= number
                && page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop"))
                                .count()
                        == 0);
    }

    void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator citation() {
        return page.locator(".hypothesis .ref").first();
    }

    Page page() {
        return page;
    }

    String path() {
        return page.url().substring(service.uri("").toString().length());
    }
}
