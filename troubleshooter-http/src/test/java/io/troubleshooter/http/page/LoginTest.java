package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.access.Role;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of a service that asks for keys. */
class LoginTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Showing showing = Showing.of(() -> RunningService.in(folder, Map.of("access.required", "true")));

    private Page page = showing.desktop();

    @Test
    void aKeyOpensThePageAndIsKeptNowhereInIt() {
        String key = showing.service().key("shop", "ann", Role.ANALYST);
        Workbench bench = login(key);

        bench.diagnose(Workbench.DISK_FULL);
        bench.ask("what failed first?").awaitAnswers(1);

        assertThat(page.content()).doesNotContain(key);
        assertThat(String.valueOf(page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")))
                .doesNotContain(key);
        page.reload();
        assertThat(page.locator(".hypothesis").first()).isVisible();
    }

    @Test
    void aWrongKeyIsRefusedInWords() {
        login("tst_wrong");

        assertThat(page.locator("[role=alert]")).containsText("not valid");
    }

    @Test
    void whoLogsOutSeesNothingAnyMore() {
        login(showing.service().key("shop", "bob", Role.ANALYST)).diagnose(Workbench.DISK_FULL);
        page.locator("#header summary[aria-label^=More]").click();
        page.getByText("Log out bob").click();

        assertThat(page.getByLabel("Your key or token")).isVisible();
        assertThat(page.locator(".hypothesis")).hasCount(0);
    }

    @Test
    void aViewerIsOfferedNothingThatWouldBeRefused() {
        login(showing.service().key("shop", "vera", Role.VIEWER));

        assertThat(page.locator("main")).containsText("Sessions");
        assertThat(page.locator("#paste")).hasCount(0);
    }

    private Workbench login(String key) {
        page.navigate(showing.service().uri("/").toString());
        page.getByLabel("Your key or token").fill(key);
        page.keyboard().press("Enter");
        return new Workbench(page, showing.service());
    }
}
