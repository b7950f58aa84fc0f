package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of 300, 20,000 and 100,000 lines in the evidence pane. */
class LongLogTest {

    /** What the page may hold of a log that does not fit it: some chunks around the view, and those just left. */
    private static final int MOST_ROWS = 60 * 200;

    private static final GeneratedLog SHORT = GeneratedLog.of(300);
    private static final GeneratedLog FITS = GeneratedLog.of(20_000);
    private static final GeneratedLog LONG = GeneratedLog.of(100_000);

    @TempDir
    static Path folder;

    private static LogBench bench;
    private Page page;

    @BeforeAll
    static void start() {
        bench = LogBench.with(folder, List.of(SHORT, FITS, LONG));
    }

    @AfterAll
    static void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    @AfterEach
    void leave() {
        if (page != null) {
            page.context().close();
        }
    }

    @ParameterizedTest
    @CsvSource({"S1, 150", "S2, 9876", "S2, 19000", "S3, 50001", "S3, 98765", "S3, 777"})
    void anAddressWithALineLandsOnThatLineAndStaysThere(String source, int line) {
        page = bench.open(source + ":" + line);

        assertThat(LogBench.line(page, line).locator(".no")).isFocused();
        LogBench.settled(page);

        assertThat(LogBench.offMiddle(page, line)).isLessThan(14);
        assertThat(page.locator("#evidence .ln.sel")).hasCount(1);
        assertThat(bench.browser().complaints()).isEmpty();
    }

    @Test
    void aJumpWithinALongLogIsAsExactWhereLinesWrap() {
        page = bench.open("S3:400");
        page.getByText("wrap", new Page.GetByTextOptions().setExact(true)).click();
        for (int line : List.of(91_234, 60_001, 14_000)) {
            page.evaluate("hash => location.hash = hash", "#S3:" + line);
            assertThat(LogBench.line(page, line).locator(".no")).isFocused();
            LogBench.settled(page);

            assertThat(LogBench.offMiddle(page, line)).as("line " + line).isLessThan(80);
        }
    }

    @Test
    void thePageHoldsOnlyWhatIsNearTheViewOfALongLogHoweverFarItIsScrolled() {
        page = bench.open("S3:1");
        page.evaluate("""
                () => {
                  window.slow = [];
                  new PerformanceObserver(list => list.getEntries().forEach(task => window.slow.push(task.duration)))
                      .observe({ type: 'longtask' });
                }""");
        Object frames = page.evaluate("""
                async () => {
                  const log = document.querySelector('#evidence .log');
                  const pause = () => new Promise(requestAnimationFrame);
                  let most = 0;
                  let longest = 0;
                  for (let i = 0; i < 300; i++) {
                    const begun = performance.now();
                    log.scrollTop += i < 240 ? 700 : log.scrollHeight / 60;
                    await pause();
                    longest = Math.max(longest, performance.now() - begun);
                    most = Math.max(most, log.querySelectorAll('.ln').length);
                  }
                  log.scrollTop = log.scrollHeight;
                  return { most, longest: Math.round(longest), height: log.scrollHeight };
                }""");
        LogBench.settled(page);
        Object slow = page.evaluate("() => window.slow.map(Math.round).sort((a, b) => b - a).slice(0, 5)");
        System.out.println(
                "100,000 lines scrolled, rows and longest frame in ms " + frames + "; tasks over 50 ms: " + slow);

        assertThat(LogBench.line(page, 100_000)).isVisible();
        assertThat(page.locator("#evidence .ln").count()).isBetween(30, MOST_ROWS);
        assertThat(((Number) ((Map<?, ?>) frames).get("most")).intValue()).isBetween(1_000, MOST_ROWS);
    }

    @Test
    void theBrowsersOwnFindSeesEveryLineOfALogThatFits() {
        page = bench.open("S2:1");
        page.waitForFunction(
                "() => document.querySelectorAll('#evidence .chunk.filled').length === document.querySelectorAll('#evidence .chunk').length");
        List<Integer> errors = FITS.with("could not extend");
        int last = errors.get(errors.size() - 1);
        String words = FITS.line(last).substring(FITS.line(last).indexOf("could"));

        Object found = page.evaluate("words => window.find(words)", words);

        assertThat(found).isEqualTo(true);
        assertThat(page.evaluate("() => getSelection().anchorNode.parentElement.closest('.ln').dataset.n"))
                .isEqualTo(String.valueOf(last));
        assertThat(page.locator("#find-note")).hasCount(0);
    }

    @Test
    void aLongLogSaysThatTheBrowsersFindDoesNotSeeAllOfIt() {
        page = bench.open("S3:1");

        assertThat(page.locator("#find-note")).containsText("only loaded lines");
    }

    @Test
    void findCountsAllHitsAndShowsEachWhereItStands() {
        List<Integer> errors = LONG.with("could not extend");
        page = bench.open("S3:" + errors.get(3));
        int total = errors.size()
                + FITS.with("could not extend").size()
                + SHORT.with("could not extend").size();

        page.keyboard().press("/");
        page.keyboard().type("could not extend");

        assertThat(page.locator(".find-count")).containsText("of " + String.format("%,d", total));
        assertThat(page.locator("#evidence .ln.hit")).hasAttribute("data-n", String.valueOf(errors.get(3)));

        page.keyboard().press("Enter");
        assertThat(page.locator("#evidence .ln.hit")).hasAttribute("data-n", String.valueOf(errors.get(4)));
        assertThat(page.locator(".log .ln[data-n]:visible").count()).isGreaterThan(20);
        page.keyboard().press("Shift+Enter");
        page.keyboard().press("Shift+Enter");
        assertThat(page.locator("#evidence .ln.hit")).hasAttribute("data-n", String.valueOf(errors.get(2)));
    }
}
