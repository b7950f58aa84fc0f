package io.troubleshooter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2 A and AA of the evidence with all that it can show at once, as far as axe can see. */
class EvidenceAccessTest {

    private static final GeneratedLog LOG = GeneratedLog.of(150);

    @TempDir
    static Path folder;

    private static LogBench bench;

    @BeforeAll
    static void start() {
        bench = LogBench.with(folder, List.of(LOG, GeneratedLog.of(20_200)));
    }

    @AfterAll
    static void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 860, LIGHT", "1280, 860, DARK", "900, 800, LIGHT", "320, 640, DARK"})
    void nothingIsAmissInTheEvidence(int width, int height, ColorScheme scheme) {
        int error = LOG.with("could not extend").get(0);
        Page page = bench.open(bench.browser().page(width, height, scheme), "S1:" + error + "-" + (error + 2));
        check(page, "chosen lines");
        page.locator(".find-box").fill("could not");
        page.locator(".ln.hit").waitFor();
        check(page, "found");
        page.locator(".levels:visible button").last().click();
        page.locator(".filter-note").waitFor();
        check(page, "filtered");
        page.context().close();
    }

    @Test
    void nothingIsAmissInALogOfWhichOnlyAPartIsInThePage() {
        Page page = bench.open("S2:20100");
        check(page, "a long log");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, DARK", "320, LIGHT"})
    void nothingIsAmissInTheTimelineTheGroupsAndTheNames(int width, ColorScheme scheme) {
        Page page = bench.open(bench.browser().page(width, 1600, scheme), "");
        page.locator(".timetable summary").click();
        check(page, "table of the timeline");
        page.locator(".timetable summary").click();
        page.locator("#tab-groups").click();
        page.locator(".group-head").first().click();
        check(page, "groups");
        page.locator("#tab-entities").click();
        page.locator(".names .name").first().waitFor();
        check(page, "entities");
        page.context().close();
    }

    private static void check(Page page, String state) {
        LogBench.settled(page);
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations())
                .as(state)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("fits its width: " + state)
                .isEqualTo(true);
    }
}
