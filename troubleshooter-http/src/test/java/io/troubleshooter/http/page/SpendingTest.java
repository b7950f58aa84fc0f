package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.troubleshooter.guard.AuditLog.Event;
import io.troubleshooter.http.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model costs and what is done when there is no money left: with a model that has a price. */
class SpendingTest {

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Browser browser;

    private Page page = browser.desktop();

    @BeforeAll
    static void start() {
        browser = Browser.start();
        Map<String, String> settings = new HashMap<>(ModelReplies.settings(folder, 0));
        settings.put("model.id", "anthropic.claude-haiku-5-5");
        settings.put("model.maxCost", "0.25");
        settings.put("limits.requestsPerMinute", "100000");
        service = RunningService.in(folder, settings);
        Instant today = Instant.now();
        for (int day = 20; day > 0; day--) {
            spent(today.minus(Duration.ofDays(day)), day == 3 ? 9_000_000 : 200_000 + day * 1_000L);
        }
    }

    private static void spent(Instant time, long microUsd) {
        String detail = "model=anthropic.claude-haiku-5-5 prompts=explain-7 input=1200 output=300 cached=false";
        service.audit().record(new Event(time, "default/ann", "", "answer", detail, microUsd));
    }

    @AfterAll
    static void stop() {
        service.close();
        browser.close();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void beforeAskingThePageSaysWhatItCostsAtMost() {
        Workbench bench = Workbench.open(page, service).diagnose(ModelReplies.log(21));
        bench.tab("Questions");
        bench.awaitAnswers(1);

        assertThat(page.locator(".ask .cost")).containsText("at most $0.25");
    }

    @Test
    void outputsOfToolsAreTabsOfTheEvidence() {
        Workbench bench = Workbench.open(page, service).diagnose(ModelReplies.log(22));
        bench.tab("Questions");
        bench.awaitAnswers(1);

        page.locator(".source-tabs [data-source=T1]").click();

        assertThat(page.locator("#evidence .ln").first()).containsText("shuttle");
        AccessibilityTest.check(page, "output of a tool");
    }

    @Test
    void aDayThatCostFarMoreIsMarkedAndSaidInWords() {
        page.navigate(service.uri("/?view=admin").toString());

        assertThat(page.locator("svg.costs .mark")).hasCount(1);
        assertThat(page.locator(".bar-note")).containsText("cost 9.00 US dollars");
        assertThat(page.locator(".shares")).containsText("ann");
        AccessibilityTest.check(page, "costs");
    }

    @ParameterizedTest
    @CsvSource({"1280, 860, LIGHT", "320, 640, DARK"})
    void anAnswerOfAModelAndTheCostsHaveNoViolation(int width, int height, ColorScheme scheme) {
        page.context().close();
        page = browser.page(width, height, scheme);
        Workbench bench = Workbench.open(page, service).diagnose(ModelReplies.log(width));
        bench.tab("Questions");
        bench.awaitAnswers(1);
        AccessibilityTest.check(page, "answer of a model");
        bench.tab("Report");
        AccessibilityTest.check(page, "report of a model");
        page.navigate(service.uri("/?view=admin").toString());
        page.locator("svg.costs").waitFor();
        AccessibilityTest.check(page, "costs");
    }

    @Test
    void withoutMoneyRulesAnswerAndThePageSaysWhy() {
        RunningService poor = poor();
        try {
            Workbench bench = Workbench.open(page, poor).diagnose(ModelReplies.log(23));
            assertThat(page.locator("#report .bar-note")).containsText("No model was asked");
            bench.tab("Questions");
            AccessibilityTest.check(page, "over budget");
        } finally {
            poor.close();
        }
    }

    private static RunningService poor() {
        Map<String, String> settings = new HashMap<>(ModelReplies.settings(folder, 0));
        settings.put("model.id", "anthropic.claude-haiku-5-5");
        settings.put("model.dailyBudget", "0.000001");
        settings.put("storage.file", folder.resolve("poor.db").toString());
        return RunningService.in(folder, settings);
    }
}
