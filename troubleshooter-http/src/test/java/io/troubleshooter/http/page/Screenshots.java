package io.troubleshooter.http.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.troubleshooter.http.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Takes the pictures of the README again, from a service that runs for this alone. Run {@code main} with the folder to
 * write to, such as {@code docs/screenshots}.
 */
public final class Screenshots {

    private final Path target;
    private final RunningService service;
    private final Browser browser;

    private Screenshots(Path target, RunningService service, Browser browser) {
        this.target = target;
        this.service = service;
        this.browser = browser;
    }

    public static void main(String[] arguments) throws IOException {
        Path target = Files.createDirectories(Path.of(arguments[0]));
        Path folder = Files.createTempDirectory("screenshots");
        try (RunningService service = RunningService.in(folder, Map.of());
                Browser browser = Browser.start()) {
            new Screenshots(target, service, browser).all();
        }
    }

    private void all() {
        Page desk = browser.page(1200, 590, ColorScheme.LIGHT);
        Workbench bench = begin(desk);
        bench.citation().click();
        take(desk, "report");
        String session = desk.url();
        bench.ask("why did it fail?").awaitAnswers(1);
        take(look(1200, 590, ColorScheme.DARK, session, "Questions"), "questions");
        take(look(1200, 590, ColorScheme.LIGHT, session, "Error groups"), "groups");
        take(look(360, 720, ColorScheme.LIGHT, session, "Report"), "phone");
    }

    private Workbench begin(Page page) {
        Workbench bench = Workbench.open(page, service);
        take(page, "start");
        page.locator(".sample").first().click();
        page.locator(".hypothesis").first().waitFor();
        page.locator("#timeline svg").first().waitFor();
        return bench;
    }

    private Page look(int width, int height, ColorScheme scheme, String session, String tab) {
        Page page = browser.page(width, height, scheme);
        page.navigate(session.replaceFirst("#.*", ""));
        page.locator(".hypothesis").first().waitFor();
        page.locator("#timeline svg").first().waitFor();
        new Workbench(page, service).tab(tab);
        return page;
    }

    private void take(Page page, String name) {
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.evaluate("scrollTo(0, 0)");
        page.mouse().move(2, 120); // nothing there shows that it is pointed at
        page.screenshot(new Page.ScreenshotOptions().setPath(target.resolve(name + ".png")));
    }
}
