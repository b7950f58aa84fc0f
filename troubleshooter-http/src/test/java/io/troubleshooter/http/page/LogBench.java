package io.troubleshooter.http.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.troubleshooter.http.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service with one session of generated logs, S1 and so on, and a browser that looks at it. */
final class LogBench implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningService service;
    private final Browser browser;
    private final String session;

    private LogBench(RunningService service, Browser browser, String session) {
        this.service = service;
        this.browser = browser;
        this.session = session;
    }

    static LogBench with(Path folder, List<GeneratedLog> logs) {
        Browser browser = Browser.start();
        RunningService service = RunningService.in(folder, Map.of("limits.requestsPerMinute", "100000"));
        String session = json(service.post("/v1/sessions", "{}")).get("id").asText();
        for (int i = 1; i <= logs.size(); i++) {
            HttpResponse<String> added = service.post(
                    "/v1/sessions/" + session + "/evidence?name=app" + i + ".log",
                    logs.get(i - 1).text());
            if (added.statusCode() != 201) {
                throw new IllegalStateException(added.body());
            }
        }
        return new LogBench(service, browser, session);
    }

    Browser browser() {
        return browser;
    }

    /** Opens the session; {@code place} is what stands after the hash sign, or empty. */
    Page open(Page page, String place) {
        page.navigate(service.uri("/?s=" + session + (place.isEmpty() ? "" : "#" + place))
                .toString());
        page.locator("#evidence .ln[data-n]")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        return page;
    }

    Page open(String place) {
        return open(browser.page(1280, 860, com.microsoft.playwright.options.ColorScheme.LIGHT), place);
    }

    JsonNode get(String path) {
        return json(service.get("/v1/sessions/" + session + path));
    }

    /** The first line that a hypothesis of the session cites, as "S1:12". */
    JsonNode citation() {
        return get("/diagnosis").get("hypotheses").get(0).get("citations").get(0);
    }

    static Locator line(Page page, int n) {
        return page.locator("#evidence .ln[data-n='" + n + "']");
    }

    /** How far the line's middle is from the middle of the log, in pixels. */
    static double offMiddle(Page page, int n) {
        Object pixels = page.evaluate("""
                n => {
                  const line = document.querySelector(`#evidence .ln[data-n="${n}"]`).getBoundingClientRect();
                  const log = document.querySelector('#evidence .log').getBoundingClientRect();
                  return Math.abs(line.top + line.height / 2 - (log.top + log.height / 2));
                }""", n);
        return ((Number) pixels).doubleValue();
    }

    /** Waits until the log stands still. */
    static void settled(Page page) {
        page.waitForFunction("""
                () => {
                  const log = document.querySelector('#evidence .log');
                  const now = log.scrollTop + '/' + log.scrollHeight + '/' + log.querySelectorAll('.ln').length;
                  const same = window.lastSeen === now;
                  window.lastSeen = now;
                  return same;
                }""", null, new Page.WaitForFunctionOptions().setPollingInterval(250));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        browser.close();
        service.close();
    }
}
