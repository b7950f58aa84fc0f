package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.troubleshooter.http.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An answer of a model, while it forms and after. */
class ModelTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Showing showing = Showing.of(() -> RunningService.in(folder, ModelReplies.settings(folder, 1500)));

    private Page page = showing.desktop();

    @AfterEach
    void nothingWentWrong() {
        assertThat(page.evaluate("window.ran")).isNull();
    }

    @Test
    void whatRulesSaidStaysAndAChangeOfRankingIsSaidInsteadOfMade() {
        Workbench.open(page, showing.service()).diagnose(ModelReplies.log(1));
        String first = page.locator(".hypothesis .name").first().textContent();
        assertThat(page.locator(".forming")).containsText("The diagnosis above holds");

        page.locator(".bar-note button").waitFor();
        assertThat(page.locator(".hypothesis .name").first()).hasText(first);

        page.locator(".bar-note button").first().click();
        assertThat(page.locator(".hypothesis .name").first()).hasText("Shuttle 3 is late often");
        assertThat(page.locator(".bar-note button")).hasCount(0);
    }

    @Test
    void whatAModelWritesIsTextAndTheFewMarksThatThePageKnows() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(ModelReplies.log(2));
        bench.tab("Questions");
        bench.awaitAnswers(1);

        assertThat(page.locator(".exchange strong").first()).hasText("Shuttle 3");
        assertThat(page.locator(".exchange li code").first()).hasText("weave 12");
        assertThat(page.locator(".exchange img, .exchange a, .exchange b")).hasCount(0);
        assertThat(page.locator(".exchange .tool")).containsText("T1");
    }

    @Test
    void escapeStopsAnAnswerAndSaysSo() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(ModelReplies.log(3));
        bench.tab("Questions");
        assertThat(page.locator(".exchange .stages")).containsText("explaining");

        page.keyboard().press("Escape");

        assertThat(page.locator(".exchange")).containsText("(stopped)");
        assertThat(page.locator(".hypothesis, #tabpanel").first()).isVisible();
    }

    @Test
    void anAnswerGoesOnWhileThePageIsReloaded() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(ModelReplies.log(4));
        assertThat(page.locator(".forming")).isVisible();

        page.reload();
        assertThat(page.locator(".forming")).isVisible();
        bench.tab("Questions");
        bench.awaitAnswers(1);
    }
}
