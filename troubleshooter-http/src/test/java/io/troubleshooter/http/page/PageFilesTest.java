package io.troubleshooter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.RunningService;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                .hasSizeGreaterThan(5)
                .allSatisfy(path -> {
                    HttpResponse<String> file = service.get(path);
                    assertThat(file.statusCode()).isEqualTo(200);
                    assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                            .contains("immutable");
                });
    }

    @Test
    void everyModuleThatAModuleImportsIsThere() {
        Assets assets = Assets.load();

        assertThat(PageSources.modules()).allSatisfy((name, source) -> {
            Matcher imported = Pattern.compile("from \"\\./([^\"]+)\"").matcher(source);
            assertThat(imported.results().map(each -> each.group(1)))
                    .allSatisfy(file -> assertThat(assets.file(file)).as(file).isNotNull());
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
                "/assets/0000000000000000/main.js",
                "/assets/Assets.class",
                "/assets/nothing.js"
            })
    void whatIsNoFileOfThePageIsNotFound(String path) {
        assertThat(service.get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void filesOfThePageDoNotCountAsRequests() {
        assertThat(service.get("/assets/main.js").headers().firstValue("RateLimit"))
                .isEmpty();
    }

    @Test
    void thePageIsSmall() {
        int sent = PageSources.all().values().stream()
                .mapToInt(text -> Gzipped.size(text.getBytes(StandardCharsets.UTF_8)))
                .sum();

        assertThat(sent).isLessThan(115_000);
    }
}
