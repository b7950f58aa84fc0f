package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import io.troubleshooter.http.RunningService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States that are rare and matter when they come. */
class StatesTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Showing showing =
            Showing.of(() -> RunningService.in(folder, Map.of("limits.requestsPerMinute", "100000")));

    private Page page = showing.desktop();

    @Test
    void anUploadThatIsCutOffKeepsNothingAndCanBeTriedAgain() {
        Workbench bench = Workbench.open(page, showing.service());
        page.route("**/v1/uploads/*", route -> route.abort());
        String line = "2026-11-20 09:40:00.000 INFO  [main] request served in 12 ms for the usual customer\n";
        page.waitForFileChooser(() -> bench.button("Choose files").click())
                .setFiles(new com.microsoft.playwright.options.FilePayload(
                        "big.log",
                        "text/plain",
                        (line.repeat(60_000) + Workbench.DISK_FULL).getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".stages [role=alert]")).containsText("Nothing of it was kept");
        assertThat(page.locator("#report")).not().containsText("LIKELY");

        page.unroute("**/v1/uploads/*");
        bench.button("retry").click();

        assertThat(page.locator(".where")).containsText("60,006 lines");
        assertThat(page.locator(".where")).containsText("1 source");
        assertThat(page.locator(".stages")).hasCount(0);
    }

    @Test
    void aLinkThatIsNoLongerGoodSaysSo() {
        page.navigate(showing.service().uri("/s/" + "A".repeat(43)).toString());

        assertThat(page.locator("main")).containsText("This link does not work any more");
        AccessibilityTest.check(page, "link that is not good");
    }

    @Test
    void onPaperTheReportIsLightAndHasNoButtons() {
        page.context().close();
        page = showing.browser().page(1280, 860, ColorScheme.DARK);
        Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("#header, #ask, #evidence, .bar").filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
        assertThat(page.locator(".verdict")).isVisible();
        assertThat(page.locator(".hypothesis .quote").first()).isVisible();
        assertThat(page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--bg').trim()"))
                .isEqualTo("#fff");
    }

    @Test
    void withForcedColoursWhatIsChosenIsStillSeen() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        bench.citation().click();

        Locator chosen = page.locator(".source-tabs [aria-selected=true]");
        Locator marked = page.locator(".ln.sel").first();
        assertThat(marked).isVisible();
        assertThat(style(chosen)).isNotEqualTo(style(bench.button("wrap")));
        assertThat(style(marked))
                .isNotEqualTo(style(page.locator(".ln:not(.sel)").first()));
        AccessibilityTest.check(page, "forced colours");
    }

    private static String style(Locator locator) {
        return String.valueOf(
                locator.evaluate(
                        "each => { const s = getComputedStyle(each); return [s.backgroundColor, s.outlineStyle, s.borderLeftColor, s.borderLeftStyle, s.fontWeight].join() }"));
    }

    @Test
    void theFindBoxTakesARegularExpressionOnlyWhenItIsTold() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        Locator box = page.locator("#evidence input[type=search]");
        box.fill("exec-\\d");
        assertThat(page.locator(".find-count")).hasText("no hits");

        bench.button("Regular expression").click();

        assertThat(page.locator(".find-count")).containsText("of 2");
        assertThat(bench.button("Regular expression")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void whatSpeaksAgainstAHypothesisIsSaidAlsoWhenItIsNothing() {
        Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        if (page.locator("#hypothesis-2").getAttribute("aria-expanded").equals("false")) {
            page.locator("#hypothesis-2").click();
        }

        Locator second = page.locator(".hypothesis").nth(1);
        assertThat(second.getByText("Speaks against it")).isVisible();
        assertThat(page.locator(".hypothesis").first().getByText("Speaks against it"))
                .isVisible();
        assertThat(second.locator(".speaks").last()).containsText("[1]");
    }

    @ParameterizedTest
    @CsvSource({"1400, 420", "900, 400", "360, 420", "360, 740"})
    void openingACitedLineLeavesThePageWhereItIsAndLandsOnTheLine(int width, int height) {
        page.context().close();
        page = showing.browser().page(width, height, ColorScheme.LIGHT);
        String long_ =
                "2026-11-20 09:40:00.000 INFO  [main] " + "a request was served for the usual customer; ".repeat(6);
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            log.append(long_)
                    .append(i % 2 == 0 ? "even" : Integer.toHexString(i * 7919))
                    .append('\n');
        }
        Workbench bench = Workbench.open(page, showing.service()).diagnose(log + Workbench.DISK_FULL);
        bench.citation().scrollIntoViewIfNeeded();
        Object before = page.evaluate("scrollY");

        bench.citation().evaluate("each => each.click()");

        page.locator(".ln.sel a:focus, .ln.sel :focus").first().waitFor();
        page.waitForCondition(() -> (boolean) page.evaluate("""
                () => { const log = document.querySelector('.log').getBoundingClientRect();
                  const row = document.querySelector('.ln.sel').getBoundingClientRect();
                  return row.top >= log.top - 1 && row.top < log.bottom; }"""));
        if (width >= 760) {
            assertThat(page.evaluate("scrollY")).isEqualTo(before);
        }
    }

    @Test
    void keysAreMadeShownOnceAndRevoked() {
        page.navigate(showing.service().uri("/?view=admin").toString());
        page.getByLabel("User").fill("erin");
        page.getByText("Make a key").click();
        assertThat(page.locator(".command code").first()).containsText("tst_");
        AccessibilityTest.check(page, "a new key");

        page.reload();
        assertThat(page.locator("main")).containsText("erin");
        assertThat(page.locator(".command code")).hasCount(0);
        page.getByLabel("Revoke the key erin of erin").click();

        assertThat(page.getByLabel("Revoke the key erin of erin")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"1280, 860, LIGHT", "320, 640, DARK"})
    void dialogsOfASessionHaveNoViolation(int width, int height, ColorScheme scheme) {
        page.context().close();
        page = showing.browser().page(width, height, scheme);
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        page.locator(".foot button", new Page.LocatorOptions().setHasText("Comment"))
                .first()
                .click();
        page.locator("dialog[open]").waitFor();
        AccessibilityTest.check(page, "comment");
        page.keyboard().press("Escape");
        if (bench.button("Share")
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .count()
                == 0) {
            page.locator("#header summary[aria-label^=More]").click();
        }
        page.locator("#header button", new Page.LocatorOptions().setHasText("Share"))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .click();
        bench.button("Make a link").click();
        page.locator("dialog .command code").waitFor();
        AccessibilityTest.check(page, "share");
    }
}
