package io.troubleshooter.http.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium, that of the system; what it complains of is kept. */
final class Browser implements AutoCloseable {

    /** Names another Chromium than that of Debian. */
    private static final String WHERE = System.getenv().getOrDefault("TST_CHROMIUM", "/usr/bin/chromium");

    /** Never reached where all is well; long enough for a machine that does other things too. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(WHERE))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** Skips the test, aloud, where there is no browser. */
    static Browser start() {
        boolean there = Files.isExecutable(Path.of(WHERE));
        if (!there) {
            System.err.println("SKIPPED: no browser at " + WHERE + "; set TST_CHROMIUM to test the page");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Assumptions.assumeTrue(there, "no browser at " + WHERE);
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    Page desktop() {
        return page(1280, 860, ColorScheme.LIGHT);
    }

    Page phone() {
        return page(360, 740, ColorScheme.LIGHT);
    }

    Page page(int width, int height, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource:")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("a script opened a dialog: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    /** Script errors, violations of the policy, dialogs. */
    List<String> complaints() {
        return complaints;
    }

    void closePages() {
        chromium.contexts().forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
