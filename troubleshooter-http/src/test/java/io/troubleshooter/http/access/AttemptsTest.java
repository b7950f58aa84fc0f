package io.troubleshooter.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.http.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock();
    private final Attempts attempts = new Attempts(2, clock);

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            attempts.wrong("a");
        }
    }

    @Test
    void oneTooManyHasToWait() {
        wrong(2);
        assertThat(attempts.wait("a")).isZero();

        wrong(1);

        assertThat(attempts.wait("a")).isEqualTo(Duration.ofSeconds(30));
        assertThat(attempts.wait("b")).isZero();
    }

    @Test
    void eachTimeTwiceAsLong() {
        wrong(3);
        clock.advance(Duration.ofSeconds(30));
        assertThat(attempts.wait("a")).isZero();

        wrong(3);

        assertThat(attempts.wait("a")).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aFewInEachMinuteAreForgotten() {
        for (int minute = 0; minute < 10; minute++) {
            wrong(2);
            clock.advance(Duration.ofSeconds(60));
        }

        assertThat(attempts.wait("a")).isZero();
    }

    @Test
    void whoGuessesIsToldToWaitAndWhoKnowsPasses() {
        try (RunningService service =
                RunningService.in(folder, Map.of("access.required", "true", "access.attempts", "3"))) {
            String key = service.key("shop", "ada", Role.VIEWER);
            for (int i = 0; i < 3; i++) {
                assertThat(service.send(service.with("tst_guess", "/v1/me")).statusCode())
                        .isEqualTo(401);
            }

            HttpResponse<String> refused = service.send(service.with("tst_guess", "/v1/me"));

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("\"code\":\"too_many_attempts\"");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(service.send(service.with("a.b.c", "/v1/me")).statusCode())
                    .isEqualTo(429);
            assertThat(service.send(service.with(key, "/v1/me")).statusCode()).isEqualTo(200);
        }
    }
}
