package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.troubleshooter.http.RunningService;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The main job, without a mouse. */
class KeyboardTest {

    private static final Pattern FOCUS = Pattern.compile("citation-1-0");

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Showing showing = Showing.of(() -> RunningService.in(folder, Map.of()));

    private Page page = showing.desktop();

    @Test
    void fromAPasteToTheLineAndBackToTheWord() {
        Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        assertThat(page.locator("h1")).containsText("INCIDENT");

        page.keyboard().press("n");
        assertThat(page.locator("#evidence [data-n='3'], #evidence #S1-3").first())
                .isVisible();
        assertThat(page.url()).endsWith("#S1:3");

        page.keyboard().press("Escape");
        page.waitForCondition(() -> focused().equals("citation-1-0"));
        assertThat(page.url()).doesNotContain("#");
        assertThat(focused()).matches(FOCUS);
    }

    @Test
    void theBrowsersBackLeavesTheLinesToo() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        bench.citation().focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> page.url().endsWith("#S1:3"));

        page.goBack();

        page.waitForCondition(() -> focused().equals("citation-1-0"));
    }

    @Test
    void aFollowUpQuestionIsAskedAndAnswered() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        page.keyboard().press("Escape");
        page.locator("#report").focus();
        page.keyboard().press("a");
        page.waitForCondition(() -> focused().equals("question"));
        page.keyboard().type("what happened before the disk was full?");
        page.keyboard().press("Enter");

        bench.awaitAnswers(1);
        assertThat(page.locator(".exchange h2")).hasText("what happened before the disk was full?");
        assertThat(page.locator("#question")).hasValue("");
    }

    @Test
    void singleKeysDoNothingInFieldsAndCanBeSwitchedOff() {
        Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        page.locator("#question").fill("");
        page.locator("#question").focus();
        page.keyboard().type("n?");
        assertThat(page.locator("#question")).hasValue("n?");
        assertThat(page.locator("dialog[open]")).hasCount(0);

        page.locator("#report").focus();
        page.keyboard().press("?");
        page.getByLabel("Single keys are on").uncheck();
        page.keyboard().press("Escape");
        page.locator("#report").focus();
        page.keyboard().press("n");

        assertThat(page.url()).doesNotContain("#");
    }

    @Test
    void aLongPasteIntoTheQuestionBecomesEvidence() {
        Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        page.locator("#question").focus();
        page.evaluate("log => navigator.clipboard.writeText(log)", Workbench.DISK_FULL);
        page.keyboard().press("Control+V");

        assertThat(page.locator(".where")).containsText("2 sources");
        assertThat(page.locator("#question")).hasValue("");
    }

    private String focused() {
        return String.valueOf(page.evaluate("document.activeElement?.id"));
    }
}
