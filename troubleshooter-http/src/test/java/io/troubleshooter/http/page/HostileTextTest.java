package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.troubleshooter.http.RunningService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that tries to be more than text, wherever the page shows what somebody gave. */
class HostileTextTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Showing showing = Showing.of(() -> RunningService.in(folder, Map.of()));

    private Page page = showing.desktop();

    @AfterEach
    void nothingRan() {
        assertThat(page.evaluate("window.ran")).isNull();
        assertThat(page.locator("#app img, #app iframe, #app object, #app a[href^=javascript]")
                        .count())
                .isZero();
    }

    static List<String> payloads() {
        return List.of(
                "<img src=x onerror=window.ran=1>",
                "<script>window.ran=1</script>",
                "\"><svg onload=window.ran=1>",
                "</code><iframe srcdoc='<script>parent.ran=1</script>'>",
                "<a href=javascript:window.ran=1>here</a>",
                "[here](javascript:window.ran=1) ![x](x)",
                "${window.ran=1} {{constructor.constructor('window.ran=1')()}} <!--lit-part-->",
                "<?lit$1$?> <template><style>*{display:none}</style></template>");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void inALogItIsShownAsItIs(String payload) {
        Workbench bench = Workbench.open(page, showing.service())
                .diagnose(Workbench.DISK_FULL + "2026-11-20 09:44:00.000 ERROR [x] could not extend file \"" + payload
                        + "\": No space left on device\n");

        assertThat(page.locator("#evidence")).containsText(payload);
        bench.citation().hover();
        bench.tab("Error groups");
        assertThat(page.locator("#tabpanel")).isVisible();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void inAQuestionItIsShownAsItIs(String payload) {
        Workbench.open(page, showing.service())
                .diagnose(Workbench.DISK_FULL)
                .ask("what is " + payload + " ?")
                .awaitAnswers(1);

        assertThat(page.locator(".exchange h2")).hasText("what is " + payload + " ?");
    }

    @Test
    void inFileNamesCommentsAndTitlesItIsShownAsItIs() {
        String payload = "<img src=x onerror=window.ran=1>";
        Workbench bench = Workbench.open(page, showing.service()).choose(payload + ".log", Workbench.DISK_FULL);
        assertThat(page.locator("#evidence")).containsText("<img src=x");

        bench.button("Comment").first().click();
        page.getByLabel("Your comment").fill(payload);
        page.locator("dialog form button").click();
        assertThat(page.locator("dialog .comment")).containsText(payload);
        page.keyboard().press("Escape");

        page.locator("#header details.left summary").click();
        bench.button("Rename").click();
        page.getByLabel("Title").fill(payload);
        page.locator("dialog form button").click();
        assertThat(page.locator("#header .title")).hasText(payload);
    }
}
