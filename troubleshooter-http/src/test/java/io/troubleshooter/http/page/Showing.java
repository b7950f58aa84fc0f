package io.troubleshooter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.troubleshooter.http.RunningService;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A service and a browser for the tests of one class, by {@link RegisterExtension}. After each test the browser must have
 * complained of nothing, and its pages are closed.
 */
final class Showing implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final Supplier<RunningService> starting;
    private RunningService service;
    private Browser browser;

    private Showing(Supplier<RunningService> starting) {
        this.starting = starting;
    }

    /** @param starting called before the first test, when folders have been made */
    static Showing of(Supplier<RunningService> starting) {
        return new Showing(starting);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = Browser.start();
        service = starting.get();
    }

    RunningService service() {
        return service;
    }

    Browser browser() {
        return browser;
    }

    Page desktop() {
        return browser.desktop();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(browser.complaints()).isEmpty();
        browser.closePages();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (service != null) {
            service.close();
        }
        if (browser != null) {
            browser.close();
        }
    }
}
