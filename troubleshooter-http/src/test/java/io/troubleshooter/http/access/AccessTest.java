package io.troubleshooter.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.RunningService;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that asks everybody who they are. */
class AccessTest {

    private static final String LOG = "2026-11-20 09:43:11 ERROR connection refused\n";

    @TempDir
    static Path folder;

    private static RunningService service;
    private static String key;

    @BeforeAll
    static void start() {
        service = RunningService.in(
                folder,
                Map.of(
                        "access.required", "true",
                        "access.attempts", "1000",
                        "listen.publicUrl", "https://tst.example.com",
                        "listen.allowedOrigins", "https://wiki.example.com"));
        key = service.key("shop", "ada", Role.ANALYST);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpRequest.Builder diagnose(HttpRequest.Builder request) {
        return request.POST(BodyPublishers.ofString(LOG));
    }

    private static HttpResponse<String> login() {
        return service.send(service.with(key, "/v1/login").POST(BodyPublishers.noBody()));
    }

    private static String cookie(HttpResponse<String> login) {
        return login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static String csrf(HttpResponse<String> login) {
        return login.body().replaceAll(".*\"csrf\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void whoShowsNothingIsAskedForAKey() {
        HttpResponse<String> answer = service.post("/v1/diagnose", LOG);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"key_required\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"tst\"");
    }

    @Test
    void aKeyOpens() {
        assertThat(service.send(diagnose(service.with(key, "/v1/diagnose"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keysThatAreNearlyRightAreRefused() {
        String other = key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A");
        for (String wrong :
                new String[] {other, key + "A", key.toUpperCase(), "tst_", "tst_" + "0".repeat(9000), "a.b.c"}) {
            HttpResponse<String> answer = service.send(service.with(wrong, "/v1/me"));

            assertThat(answer.statusCode()).as(wrong).isIn(401, 431);
            assertThat(answer.body()).doesNotContain(wrong);
        }
    }

    @Test
    void twoKeysAtOnceAreRefused() {
        assertThat(service.send(service.with(key, "/v1/me").header("Authorization", "Bearer " + key))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRevokedKeyOpensNothingNorDoesItsLogin() {
        String doomed = service.key("shop", "bob", Role.VIEWER);
        String cookie = cookie(service.send(service.with(doomed, "/v1/login").POST(BodyPublishers.noBody())));
        String id = doomed.split("_")[1];
        String admin = service.key("shop", "root", Role.ADMIN);

        service.send(service.with(admin, "/v1/admin/keys/" + id).DELETE());

        assertThat(service.send(service.with(doomed, "/v1/me")).statusCode()).isEqualTo(401);
        assertThat(service.send(HttpRequest.newBuilder(service.uri("/v1/me")).header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLoginGivesACookieThatNoScriptAndNoOtherSiteCanUse() {
        HttpResponse<String> login = login();

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("tst_login=", "HttpOnly", "SameSite=Strict", "Secure", "Path=/", "Max-Age=");
        assertThat(login.body()).doesNotContain(cookie(login).substring("tst_login=".length()));
    }

    @Test
    void theCookieReadsAndWithItsTokenWrites() {
        HttpResponse<String> login = login();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.uri("/v1/diagnose")).header("Cookie", cookie(login));

        HttpResponse<String> me =
                service.send(HttpRequest.newBuilder(service.uri("/v1/me")).header("Cookie", cookie(login)));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"means\":\"login\"", "\"csrf\":\"" + csrf(login) + "\"");
        assertThat(service.send(diagnose(request.copy())).body()).contains("\"code\":\"csrf\"");
        assertThat(service.send(diagnose(request.copy().header("X-CSRF-Token", "wrong")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.send(diagnose(request.copy().header("X-CSRF-Token", csrf(login))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLogoutEndsTheLogin() {
        HttpResponse<String> login = login();
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri("/v1/logout"))
                .header("Cookie", cookie(login))
                .header("X-CSRF-Token", csrf(login));

        HttpResponse<String> logout = service.send(request.POST(BodyPublishers.noBody()));

        assertThat(logout.statusCode()).isEqualTo(204);
        assertThat(logout.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("tst_login=;", "Expires=Thu, 01 Jan 1970");
        assertThat(service.send(HttpRequest.newBuilder(service.uri("/v1/me")).header("Cookie", cookie(login)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void pagesOfOtherOriginsCannotUseTheCookie() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.uri("/v1/me")).header("Cookie", cookie(login()));

        for (String origin : new String[] {"https://evil.example", "null", "https://tst.example.com.evil.example"}) {
            assertThat(service.send(request.copy().header("Origin", origin)).statusCode())
                    .isEqualTo(403);
        }
        assertThat(service.send(request.copy().header("Origin", "https://tst.example.com"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void pagesOfAllowedOriginsMayCallWithAKey() {
        HttpResponse<String> question = service.send(HttpRequest.newBuilder(service.uri("/v1/diagnose"))
                .header("Origin", "https://wiki.example.com")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
        HttpResponse<String> answer =
                service.send(service.with(key, "/v1/me").header("Origin", "https://wiki.example.com"));

        assertThat(question.statusCode()).isEqualTo(204);
        assertThat(question.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://wiki.example.com");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void pagesOfOtherOriginsAreToldNothing() {
        HttpResponse<String> answer =
                service.send(service.with(key, "/v1/me").header("Origin", "https://evil.example"));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() {
        for (String path : new String[] {"/", "/v1/me", "/no/such/thing", "/health/live"}) {
            HttpResponse<String> answer = service.get(path);

            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "require-trusted-types-for 'script'", "trusted-types lit-html");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .hasValue("same-origin");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
        assertThat(service.get("/v1/me").headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
