package io.troubleshooter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.RunningService;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void thePageForbidsScriptsThatAreNotFilesOfTheService() {
        HttpResponse<String> page = service.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self';", "require-trusted-types-for 'script'")
                        .doesNotContain("unsafe"));
        assertThat(page.body()).doesNotContain("{{").doesNotContain("//cdn").doesNotContain("http:");
    }

    @Test
    void everyFileThatThePageNamesIsThereAndMayBeKeptForEver() {
        Matcher named = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"")
                .matcher(service.get("/").body());

        assertThat(named.results().map(each -> each.group(1)))
                .hasSizeBetween(5, 8)
                .allSatisfy(path -> {
                    HttpResponse<String> file = service.get(path);
                    assertThat(file.statusCode()).isEqualTo(200);
                    assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                            .contains("immutable");
                });
    }

    @Test
    void aFileThatDidNotChangeIsNotSentAgain() {
        String tag =
                service.get("/assets/lit-html.js").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = service.send(
                HttpRequest.newBuilder(service.uri("/assets/lit-html.js")).header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/index.html/..%2f..%2fdefaults.yaml",
                "/assets/..%2fconfig%2fdefaults.yaml",
                "/assets/0000000000000000/page.js",
                "/assets/Assets.class",
                "/assets/nothing.js",
                "/assets/main.js"
            })
    void whatIsNoFileOfThePageIsNotFound(String path) {
        assertThat(service.get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void filesOfThePageDoNotCountAsRequests() {
        assertThat(service.get("/assets/page.js").headers().firstValue("RateLimit"))
                .isEmpty();
    }

    @Test
    void thePageIsSmall() {
        Assets assets = Assets.load();
        int sent = Stream.concat(
                        Stream.of(assets.index()),
                        Stream.of("page.js", "lit-html.js", "page.css", "print.css", "theme.js", "icon.svg")
                                .map(assets::file))
                .mapToInt(asset -> Gzipped.size(asset.content()))
                .sum();

        assertThat(sent).isLessThan(75_000);
    }
}
