package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.troubleshooter.aws.cloudwatch.CloudWatchLogsServer;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.logs.LogsFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence from CloudWatch, asked for on the page. */
class CloudWatchFormTest {

    private static final String GROUP = "/aws/lambda/checkout";

    @TempDir
    static Path folder;

    private static final CloudWatchLogsServer SERVER = new CloudWatchLogsServer();

    @RegisterExtension
    static final Showing showing = Showing.of(CloudWatchFormTest::start);

    private Page page = showing.desktop();

    private static RunningService start() {
        Instant now = Instant.now();
        SERVER.group("/ecs/web").group("/ecs/worker").group("/eks/other");
        SERVER.put(GROUP, "a", now.minusSeconds(700), "INFO started");
        SERVER.put(GROUP, "a", now.minusSeconds(600), "ERROR could not extend file: No space left on device");
        for (int i = 0; i < 30; i++) {
            SERVER.put("/ecs/web", "b", now.minusSeconds(500 + i), "ERROR order " + i + " failed");
        }
        Map<String, String> settings = LogsFixture.settings(SERVER, GROUP + ",/ecs/*");
        settings.put("cloudwatch.events", "20");
        return RunningService.in(folder, settings);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private Locator dialog() {
        return page.locator("dialog[open]");
    }

    private Workbench open() {
        Workbench bench = Workbench.open(page, showing.service());
        bench.button("CloudWatch").click();
        assertThat(dialog()).isVisible();
        return bench;
    }

    @Test
    void byKeyboardAloneAGroupBecomesASession() {
        Workbench bench = Workbench.open(page, showing.service());
        bench.button("CloudWatch").focus();
        page.keyboard().press("Enter");
        assertThat(dialog().locator("option").first()).hasCount(1);
        assertThat(page.locator("#logs-group")).isFocused();
        page.keyboard().type(GROUP);
        page.keyboard().press("Enter");

        assertThat(page.locator(".verdict")).containsText("INCIDENT");
        assertThat(dialog()).hasCount(0);
        assertThat(page.locator(".source-tabs")).containsText(GROUP);
    }

    @Test
    void groupsThatMayBeReadAreOffered() {
        open();

        assertThat(dialog().locator("option")).hasCount(3);
        assertThat(dialog()).not().containsText("/eks/other");
    }

    @ParameterizedTest
    @CsvSource({
        "group, /aws/lambda/payroll, not among",
        "from, the day before, not understood",
        "to, 3h ago, after from"
    })
    void whatIsWrongIsSaidAtItsField(String field, String value, String said) {
        Workbench bench = open();
        page.locator("#logs-group").fill(GROUP);
        page.locator("#logs-" + field).fill(value);
        bench.button("Fetch logs").click();

        Locator wrong = page.locator("#logs-" + field);
        assertThat(page.locator("#logs-" + field + "-wrong")).containsText(said);
        assertThat(wrong).hasAttribute("aria-invalid", "true");
        assertThat(wrong).isFocused();
        AccessibilityTest.check(page, "wrong " + field);

        wrong.fill(field.equals("group") ? GROUP : field.equals("to") ? "now" : "1h");
        bench.button("Fetch logs").click();

        assertThat(page.locator(".verdict")).containsText("INCIDENT");
    }

    @Test
    void whatWasCutIsToldInASessionToo() {
        Workbench bench = Workbench.open(page, showing.service()).diagnose(Workbench.DISK_FULL);
        bench.button("CloudWatch").click();
        page.locator("#logs-group").fill("/ecs/web");
        bench.button("Fetch logs").click();

        assertThat(dialog()).containsText("20 events added.");
        assertThat(dialog()).containsText("there are older ones");
        bench.button("Go on").click();
        assertThat(page.locator(".source-tabs button")).hasCount(2);
    }

    @Test
    void whatAwsRefusesIsSaidAndLeavesTheFormAsItWas() {
        SERVER.refuse("FilterLogEvents", "AccessDeniedException", 1);
        Workbench bench = open();
        page.locator("#logs-group").fill(GROUP);
        page.locator("#logs-filter").fill("ERROR");
        bench.button("Fetch logs").click();

        assertThat(dialog().locator("[role=alert]")).containsText("AWS denies");
        assertThat(page.locator("#logs-filter")).hasValue("ERROR");
    }

    @ParameterizedTest
    @CsvSource({"1280, 860, LIGHT", "1280, 860, DARK", "320, 640, DARK"})
    void theFormHasNoViolation(int width, int height, ColorScheme scheme) {
        page.context().close();
        page = showing.browser().page(width, height, scheme);
        open();
        AccessibilityTest.check(page, "form");
        page.locator("#logs-group").fill("/aws/lambda/payroll");
        page.keyboard().press("Enter");
        page.locator("#logs-group-wrong").waitFor();
        AccessibilityTest.check(page, "form with an error");
    }
}
