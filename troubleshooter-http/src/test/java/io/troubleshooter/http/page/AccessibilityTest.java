package io.troubleshooter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.troubleshooter.http.RunningService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WCAG 2.2 A and AA, as far as axe can see, on each main state, light and dark, on a desk and on a phone. */
class AccessibilityTest {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        service = RunningService.in(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
        browser.close();
    }

    @ParameterizedTest(name = "{0} x {1}, {2}")
    @CsvSource({"1280, 860, LIGHT", "1280, 860, DARK", "900, 800, LIGHT", "320, 640, DARK"})
    void noStateHasAViolation(int width, int height, ColorScheme scheme) {
        Page page = browser.page(width, height, scheme);
        Workbench bench = Workbench.open(page, service);
        check(page, "empty");
        bench.diagnose(Workbench.DISK_FULL);
        check(page, "report");
        page.locator("#hypothesis-2").click();
        // What the foot of the page half covers would count as too small.
        page.locator("#hypothesis-2").evaluate("title => title.scrollIntoView({block: 'center'})");
        check(page, "two hypotheses open");
        bench.citation().click();
        check(page, "cited lines");
        page.keyboard().press("Escape");
        for (String tab : List.of("Runbook", "Error groups", "Questions")) {
            bench.tab(tab);
            check(page, tab);
        }
        dialogs(page);
        for (String view : List.of("sessions", "usage", "admin")) {
            page.navigate(service.uri("/?view=" + view).toString());
            page.locator("main h1").waitFor();
            check(page, view);
        }
        page.navigate(service.uri("/?s=none").toString());
        page.locator(".problem").waitFor();
        check(page, "not found");
        assertThat(browser.complaints()).isEmpty();
        page.context().close();
    }

    private static void dialogs(Page page) {
        for (String name : List.of("What was redacted", "Keys")) {
            page.locator("#header details.menu summary").last().press("Escape");
            page.locator("#header summary[aria-label^=More]").click();
            page.locator("#header details[open] .items button")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name))
                    .click();
            page.locator("dialog[open]").waitFor();
            check(page, name);
            page.keyboard().press("Escape");
            page.waitForCondition(() -> page.locator("dialog[open]").count() == 0);
        }
    }

    static void check(Page page, String state) {
        page.waitForTimeout(60); // two frames: what the last step changed has been drawn
        List<Rule> violations = new AxeBuilder(page).withTags(TAGS).analyze().getViolations();
        assertThat(violations)
                .as(state)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as("scrolls sideways: " + state)
                .isEqualTo(false);
    }
}
