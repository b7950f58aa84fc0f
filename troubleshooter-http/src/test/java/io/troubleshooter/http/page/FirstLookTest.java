package io.troubleshooter.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.troubleshooter.http.RunningService;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLookTest {

    @TempDir
    Path folder;

    @Test
    void thePageStartsWithoutAComplaint() {
        try (RunningService service = RunningService.in(folder, Map.of());
                Browser browser = Browser.start()) {
            Page page = browser.desktop();
            page.navigate(service.uri("/").toString());

            assertThat(page.locator("main h1")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
