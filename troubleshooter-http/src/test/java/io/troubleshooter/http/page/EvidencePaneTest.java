package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with the lines: folds, filters, choosing, copying, and that they stay text. */
class EvidencePaneTest {

    private static final GeneratedLog LOG = GeneratedLog.of(2_000);
    private static final List<Integer> ERRORS = LOG.with("could not extend");

    @TempDir
    static Path folder;

    private static LogBench bench;
    private Page page;

    @BeforeAll
    static void start() {
        bench = LogBench.with(folder, List.of(LOG));
    }

    @AfterAll
    static void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(bench.browser().complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void aStackTraceIsFoldedWithItsCountUntilItIsUnfolded() {
        int error = ERRORS.get(ERRORS.size() - 2);
        page = bench.open("S1:" + (error - 1));
        Locator fold = page.locator(".ln.gap.trace[data-from='" + (error + 1) + "']");

        assertThat(fold).containsText(GeneratedLog.TRACE + " lines of stack trace");
        assertThat(LogBench.line(page, error + 5)).isHidden();
        fold.locator("button").click();

        assertThat(LogBench.line(page, error + 5)).isVisible();
        assertThat(fold).hasCount(0);
    }

    @Test
    void aJumpIntoAFoldOpensIt() {
        int error = ERRORS.get(ERRORS.size() - 2);
        page = bench.open("S1:" + (error + 5));

        assertThat(LogBench.line(page, error + 5).locator(".no")).isFocused();
        assertThat(LogBench.line(page, error + 5)).isVisible();
    }

    @Test
    void repeatedLinesAreACount() {
        int beat = LOG.with("heartbeat").get(0);
        page = bench.open("S1:" + beat);

        assertThat(page.locator(".ln.gap.repeat[data-from='" + (beat + 1) + "']"))
                .containsText("13 lines like this");
    }

    @Test
    void theLevelFilterLeavesErrorsAndSaysHowManyLinesItHides() {
        page = bench.open("S1:3");
        page.locator(".in-timeline button", new Page.LocatorOptions().setHasText("errors"))
                .click();

        assertThat(page.locator(".filter-note")).containsText("of 2,000 lines");
        assertThat(page.locator(".log .ln[data-n]:visible").filter(new Locator.FilterOptions().setHasText("payment")))
                .hasCount(0);
        assertThat(page.locator(".log .ln[data-level=ERROR]:visible").first()).containsText("could not extend");

        Locator gap = page.locator(".ln.gap.hidden").first();
        gap.locator("button").last().click();
        assertThat(page.locator(".log .ln[data-n]:visible")
                        .filter(new Locator.FilterOptions().setHasText("payment"))
                        .first())
                .isVisible();
        page.getByText("show all lines").click();
        assertThat(LogBench.line(page, 3)).isAttached();
        assertThat(page.locator(".filter-note")).hasCount(0);
    }

    @Test
    void aRangeDraggedOnTheTimelineFiltersTheEvidenceToItsLinesExactly() {
        page = bench.open("S1:3");
        var chart = page.locator(".chart").boundingBox();
        page.mouse().move(chart.x + chart.width * 0.1, chart.y + chart.height / 2);
        page.mouse().down();
        page.mouse().move(chart.x + chart.width * 0.2, chart.y + chart.height / 2);
        page.mouse().move(chart.x + chart.width * 0.35, chart.y + chart.height / 2);
        page.mouse().up();

        assertThat(page.locator(".filter-note")).containsText("of 2,000 lines");
        LogBench.settled(page);
        Object shown = page.evaluate("""
                () => {
                  const gaps = [...document.querySelectorAll('.ln.gap.hidden')];
                  return [Number(gaps[0].dataset.to) + 1, Number(gaps.at(-1).dataset.from) - 1];
                }""");
        List<?> ends = (List<?>) shown;
        int first = ((Number) ends.get(0)).intValue();
        int last = ((Number) ends.get(1)).intValue();
        var range = page.locator(".clear-range");
        assertThat(range).isEnabled();
        String[] times = range.getAttribute("title").split(" to ");
        assertThat(GeneratedLog.time(first)).isAfterOrEqualTo(java.time.Instant.parse("2026-11-20T" + times[0] + "Z"));
        assertThat(GeneratedLog.time(first - 1)).isBefore(java.time.Instant.parse("2026-11-20T" + times[0] + "Z"));
        assertThat(GeneratedLog.time(last)).isBefore(java.time.Instant.parse("2026-11-20T" + times[1] + "Z"));
        assertThat(GeneratedLog.time(last + 1))
                .isAfterOrEqualTo(java.time.Instant.parse("2026-11-20T" + times[1] + "Z"));

        range.click();
        assertThat(page.locator(".filter-note")).hasCount(0);
    }

    @Test
    void theEndsOfTheRangeMoveByArrowKeys() {
        page = bench.open("S1:3");
        Locator from = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Shown from"));
        String before = from.getAttribute("aria-valuetext");
        from.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");

        assertThat(from).hasAttribute("aria-valuenow", "2");
        assertThat(from.getAttribute("aria-valuetext")).isGreaterThan(before);
        assertThat(page.locator(".filter-note")).isVisible();
        page.keyboard().press("Home");
        assertThat(page.locator(".filter-note")).hasCount(0);
    }

    @Test
    void copiedLinesAreTheLogsTextWithoutNumbers() {
        int line = LOG.with("basket").get(4);
        page = bench.open("S1:" + line);
        LogBench.line(page, line).locator(".no").click();
        LogBench.line(page, line + 1)
                .locator(".no")
                .click(new Locator.ClickOptions()
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
        assertThat(page.locator(".chosen-ref")).containsText("S1:" + line + "-" + (line + 1));
        page.getByText("copy lines").click();

        assertThat(page.locator(".note")).containsText("2 lines copied");
        assertThat(clipboard()).isEqualTo(LOG.line(line) + "\n" + LOG.line(line + 1));
    }

    @Test
    void aSelectionByHandIsCopiedAsTheLogHasIt() {
        int line = LOG.with("basket").get(6);
        page = bench.open("S1:" + line);
        page.evaluate("""
                n => {
                  const text = i => document.querySelector(`.ln[data-n="${i}"] .text`);
                  getSelection().setBaseAndExtent(text(n), 0, text(n + 1), text(n + 1).childNodes.length);
                }""", line);
        page.keyboard().press("Control+c");

        assertThat(clipboard()).isEqualTo(LOG.line(line) + "\n" + LOG.line(line + 1));
    }

    private String clipboard() {
        return (String) page.evaluate("() => navigator.clipboard.readText()");
    }

    @Test
    void whatStrangersWroteIntoTheLogIsText() {
        page = bench.open("S1:1");

        assertThat(LogBench.line(page, 1)).containsText("<script>window.broken = 1</script>");
        assertThat(LogBench.line(page, 2)).containsText("<img src=x onerror=");
        assertThat(LogBench.line(page, 5)).containsText("right to left and zero width");
        assertThat(page.locator(".log :is(script, img, h1, a:not(.no))")).hasCount(0);
        assertThat(page.evaluate("() => window.broken")).isNull();
    }

    @Test
    void linesAreChosenByKeyboardAlone() {
        page = bench.open("S1:20");
        assertThat(LogBench.line(page, 20).locator(".no")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(LogBench.line(page, 21).locator(".no")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".chosen-ref")).containsText("S1:21");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowDown");

        assertThat(page.locator(".chosen-ref")).containsText("S1:21-23");
        assertThat(page.locator(".ln.sel")).hasCount(3);
        assertThat((String) page.evaluate("() => location.hash")).isEqualTo("#S1:21-23");
    }

    @Test
    void citedLinesAreMarkedAndTheFooterSaysWhoCitesThemAndLeadsBack() {
        page = bench.open("");
        Locator citation = page.locator(".hypothesis .ref").first();
        citation.click();
        Locator chosen = page.locator(".ln.sel").first();

        assertThat(chosen).hasAttribute("data-cited", "1");
        assertThat(chosen.locator(".no")).isFocused();
        assertThat(chosen.getByRole(AriaRole.LINK))
                .hasAccessibleName(java.util.regex.Pattern.compile("line \\d+, error, cited by 1"));
        assertThat(page.locator(".chosen-ref")).containsText("cited by [1]");
        page.keyboard().press("Escape");
        assertThat(citation).isFocused();
    }

    @Test
    void equalPlaceholdersLightUpTogether() {
        int line = LOG.with("payment").get(0);
        page = bench.open("S1:" + line);
        Locator one = LogBench.line(page, line).locator(".ph");
        String before = (String) one.evaluate("e => getComputedStyle(e).backgroundColor");
        one.hover();

        assertThat(one).not().hasCSS("background-color", before);
    }

    @Test
    void aGroupShowsItsLinesAndFindsAllOfThem() {
        page = bench.open("");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Error groups"))
                .click();
        Locator group = page.locator(".group[data-level=ERROR]").first();
        group.locator(".group-head").click();
        assertThat(group.locator(".ref").first()).isVisible();
        group.getByText("in the evidence").click();

        assertThat(page.locator(".find-count")).containsText("of " + ERRORS.size());
        group.locator(".ref").first().click();
        assertThat(page.locator(".ln.sel").first()).containsText("could not extend");
    }

    @Test
    void aNameIsFoundInTheEvidence() {
        page = bench.open("");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Entities"))
                .click();
        Locator name = page.locator(".names .name").first();
        String value = name.locator("code").textContent();
        name.click();

        assertThat(page.locator(".find-box")).hasValue(value);
        assertThat(page.locator(".find-count")).containsText(java.util.regex.Pattern.compile("\\d+ of \\d+"));
        assertThat(page.locator(".ln.hit")).containsText(value);
    }

    @Test
    void onAPhoneACitationOpensTheEvidenceAndLeadsBack() {
        page = bench.open(bench.browser().page(320, 640, ColorScheme.DARK), "S1:" + ERRORS.get(0));
        assertThat(page.locator(".ln.sel")).isVisible();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }
}
