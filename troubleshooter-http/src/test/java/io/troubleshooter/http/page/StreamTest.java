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

class StreamTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Showing showing = Showing.of(() -> RunningService.in(folder, Map.of()));

    private Page page = showing.desktop();

    @Test
    void aReloadShowsWhatWasAskedAndAnswered() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        bench.ask("what failed first?").awaitAnswers(1);
        String answer = page.locator(".exchange .statement").first().textContent();

        page.reload();
        bench.tab("Questions");

        assertThat(page.locator(".exchange .statement").first()).hasText(answer.strip());
    }

    @Test
    void aReloadRightAfterAskingTakesTheAnswerUpAgain() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        page.waitForResponse(
                response -> response.url().endsWith("/questions") && response.status() == 202,
                () -> bench.ask("which errors are there?"));

        page.reload();
        bench.tab("Questions");

        bench.awaitAnswers(1);
    }

    @Test
    void aConnectionThatIsCutResumesWithoutRepeating() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        int[] tries = {0};
        page.route("**/events", route -> {
            if (tries[0]++ == 0) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });

        bench.ask("what failed first?").awaitAnswers(1);

        assertThat(tries[0]).isGreaterThan(1);
        assertThat(page.locator(".exchange")).hasCount(1);
    }

    @Test
    void theStagesAreSaidInOnePlaceOnlyAndTheTranscriptIsSilent() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        bench.ask("what failed first?").awaitAnswers(1);

        assertThat(page.locator("[role=log]")).hasAttribute("aria-live", "off");
        assertThat(page.locator("[role=status]")).hasCount(1);
        assertThat(page.locator("[role=status]")).containsText("Answer complete");
    }
}
