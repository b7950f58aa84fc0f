package io.troubleshooter.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatesTest {

    @TempDir
    Path folder;

    @Test
    void aCallerWhoAsksTooOftenIsToldWhenToComeBack() {
        Map<String, String> settings = Map.of("access.required", "true", "limits.requestsPerMinute", "3");
        try (RunningService service = RunningService.in(folder, settings)) {
            String ada = service.key("shop", "ada", Role.VIEWER);
            String bob = service.key("shop", "bob", Role.VIEWER);

            HttpResponse<String> first = service.send(service.with(ada, "/v1/me"));
            service.send(service.with(ada, "/v1/me"));
            service.send(service.with(ada, "/v1/me"));
            HttpResponse<String> tooMany = service.send(service.with(ada, "/v1/me"));

            assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"requests\";q=3;w=60");
            assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"requests\";r=2;t=");
            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(tooMany.body()).contains("\"code\":\"rate_limited\"", "\"retryable\":true");
            assertThat(tooMany.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 20L);
            assertThat(service.send(service.with(bob, "/v1/me")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoDoesNotSayWhoTheyAreIsToldApartByAddress() {
        Map<String, String> settings = Map.of("limits.requestsPerMinute", "2", "listen.trustedProxies", "127.0.0.1");
        try (RunningService service = RunningService.in(folder, settings)) {
            for (int i = 0; i < 2; i++) {
                assertThat(from(service, "192.0.2.7").statusCode()).isEqualTo(200);
            }

            assertThat(from(service, "192.0.2.7").statusCode()).isEqualTo(429);
            assertThat(from(service, "192.0.2.8").statusCode()).isEqualTo(200);
            assertThat(from(service, "192.0.2.99, 192.0.2.7").statusCode()).isEqualTo(429);
        }
    }

    private static HttpResponse<String> from(RunningService service, String address) {
        return service.send(HttpRequest.newBuilder(service.uri("/version")).header("X-Forwarded-For", address));
    }

    @Test
    void whereAQuestionIsAskedTheBudgetIsToldToo() {
        try (RunningService service = RunningService.in(folder, Map.of())) {
            String session = service.post("/v1/sessions", "{}").body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
            HttpResponse<String> asked =
                    service.send(HttpRequest.newBuilder(service.uri("/v1/sessions/" + session + "/questions"))
                            .POST(BodyPublishers.ofString("{\"question\":\"why\"}")));

            assertThat(asked.headers().firstValue("RateLimit-Policy").orElseThrow())
                    .contains("\"budget\";q=1000000;w=86400;qu=\"micro-usd\"");
            assertThat(asked.headers().firstValue("RateLimit").orElseThrow()).contains("\"budget\";r=1000000;t=");
        }
    }
}
