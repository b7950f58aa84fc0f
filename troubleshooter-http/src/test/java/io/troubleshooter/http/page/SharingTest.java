package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.troubleshooter.http.RunningService;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What others see, what is kept of a session, and files of any size. */
class SharingTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Showing showing = Showing.of(() -> RunningService.in(folder, Map.of()));

    private Page page = showing.desktop();

    @Test
    void whoeverHasALinkCanReadAndNothingElse() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        bench.button("Share").click();
        bench.button("Make a link").click();
        String link = page.locator("dialog .command code").textContent();

        Page other = showing.desktop();
        other.navigate(link);
        other.locator(".hypothesis .ref").first().click();
        assertThat(other.locator("#evidence")).containsText("could not extend file");
        assertThat(other.locator("#ask")).containsText("You can read this session");
        assertThat(other.locator("#question, .feedback, #header .brand[href]")).hasCount(0);
        assertThat(other.locator("#header")).not().containsText("New");
        other.context().close();

        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke"))
                .click();
        Page late = showing.desktop();
        late.navigate(link);
        assertThat(late.locator("main")).containsText("This link does not work any more");
        late.context().close();
    }

    @Test
    void feedbackCanBeTakenBack() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        bench.button("yes").first().click();
        assertThat(bench.button("yes").first()).hasAttribute("aria-pressed", "true");

        bench.button("Undo").click();

        assertThat(bench.button("yes").first()).hasAttribute("aria-pressed", "false");
    }

    @Test
    void aSessionIsRenamedAndDeletedFromTheList() {
        Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        page.navigate(showing.service().uri("/?view=sessions").toString());
        page.locator(".card").first().getByText("rename").click();
        page.getByLabel("Title").fill("Checkout is down");
        page.keyboard().press("Enter");
        assertThat(page.locator(".card .name").first()).hasText("Checkout is down");
        int before = page.locator(".card").count();

        page.locator(".card").first().getByText("delete").click();
        page.locator("dialog button.danger").click();

        assertThat(page.locator(".card")).hasCount(before - 1);
    }

    @Test
    void aBigFileGoesByAnUploadSlot() {
        String line = "2026-11-20 09:40:00.000 INFO  [main] request served in 12 ms for the usual customer\n";
        Workbench bench = Workbench.open(page, showing.service());
        page.waitForResponse(
                response -> response.url().contains("/v1/uploads/") && response.status() == 201,
                () -> bench.choose("big.log", line.repeat(60_000) + Workbench.DISK_FULL));

        assertThat(page.locator(".where")).containsText("60,006 lines");
    }

    @Test
    void withoutANetworkWhatIsLoadedCanStillBeRead() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        page.context().setOffline(true);
        assertThat(page.locator("#header")).containsText("No network");

        bench.tab("Runbook");

        assertThat(page.locator("ol.runbook")).isVisible();
    }
}
