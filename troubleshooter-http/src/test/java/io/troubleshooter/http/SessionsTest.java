package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.session.Told;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions as one user of this machine handles them. */
class SessionsTest {

    private static final String LINE = "2026-11-20 09:43:11 ERROR could not extend file: No space left on device\n";

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

    private static String begin(String title) {
        Told made = Told.by(service.post("/v1/sessions", "{\"title\":\"" + title + "\"}"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/v1/sessions/" + made.text("id"));
        return made.text("id");
    }

    private static Told send(String method, String path, String body) {
        return Told.by(service.send(Told.request(service.uri(path), method, body)));
    }

    @Test
    void aNewSessionIsItsMakersOwnAndEmpty() {
        JsonNode session =
                Told.by(service.get("/v1/sessions/" + begin("disk trouble"))).json();

        assertThat(session.path("title").asText()).isEqualTo("disk trouble");
        assertThat(session.path("right").asText()).isEqualTo("own");
        assertThat(session.path("state").asText()).isEqualTo("open");
        assertThat(session.path("origin").asText()).isEqualTo("user");
        assertThat(session.path("owner").asText()).isEqualTo("local");
        assertThat(session.path("verdict").isNull()).isTrue();
        assertThat(session.path("sources")).isEmpty();
        assertThat(session.path("shared").path("role").isNull()).isTrue();
        assertThat(session.path("expires").asText())
                .isGreaterThan(session.path("updated").asText());
    }

    @Test
    void aSessionTellsWhatItHasComeTo() {
        String id = begin("");
        assertThat(service.post("/v1/sessions/" + id + "/evidence?name=orders.log", LINE)
                        .statusCode())
                .isEqualTo(201);

        JsonNode session = Told.by(service.get("/v1/sessions/" + id)).json();
        assertThat(session.path("title").asText()).isEqualTo("orders.log");
        assertThat(session.path("verdict").asText()).isEqualTo("incident");
        assertThat(session.path("summary").asText()).isNotBlank();
        JsonNode source = session.path("sources").path(0);
        assertThat(source.path("id").asText()).isEqualTo("S1");
        assertThat(source.path("lines").asInt()).isEqualTo(1);
        assertThat(source.path("added").asText()).startsWith("20");
    }

    @Test
    void titlesAreRedacted() {
        String id = begin("mail of ann@corp.example");
        assertThat(service.get("/v1/sessions/" + id).body())
                .contains("<email:1>")
                .doesNotContain("ann@corp");

        Told renamed = send("PATCH", "/v1/sessions/" + id, "{\"title\":\"now of bob@corp.example\"}");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(service.get("/v1/sessions").body())
                .contains("now of <email:")
                .doesNotContain("corp.example");
    }

    @Test
    void theHeaderNamesTheSessionAsWellAsThePath() {
        String id = begin("by header");
        Told read = Told.by(
                service.send(Told.request(service.uri("/v1/session"), "GET", "").header("X-Session-ID", id)));

        assertThat(read.text("id")).isEqualTo(id);
        assertThat(send("GET", "/v1/session", "").status()).isEqualTo(422);
    }

    @Test
    void aDeletedSessionIsGone() {
        String id = begin("to go");

        assertThat(send("DELETE", "/v1/sessions/" + id, "").status()).isEqualTo(204);
        assertThat(send("DELETE", "/v1/sessions/" + id, "").text("code")).isEqualTo("session_not_found");
        assertThat(send("GET", "/v1/sessions/" + id, "").text("code")).isEqualTo("session_not_found");
        assertThat(send("POST", "/v1/sessions/" + id + "/evidence", LINE).text("code"))
                .isEqualTo("session_not_found");
        assertThat(service.get("/v1/sessions").body()).doesNotContain(id);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        String path = "/v1/sessions/" + begin("strict");

        assertThat(send("PATCH", path, "{\"title\":7}")
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/title");
        assertThat(send("PUT", path + "/share", "{\"role\":\"king\"}")
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/role");
        assertThat(send("PUT", path + "/share", "{}").status()).isEqualTo(422);
        for (String life : new String[] {"59m", "31d", "0h", "-1d", "721h", "", "1 h"}) {
            assertThat(send("POST", path + "/links", "{\"expiresIn\":\"" + life + "\"}")
                            .json()
                            .at("/errors/0/pointer")
                            .asText())
                    .as(life)
                    .isEqualTo("/expiresIn");
        }
        assertThat(send("GET", "/v1/sessions?cursor=made-up", "").status()).isEqualTo(422);
        assertThat(send("GET", "/v1/sessions?limit=201", "").status()).isEqualTo(422);
        assertThat(send("GET", "/v1/sessions/%00%20..%2f", "").status()).isBetween(400, 404);
        assertThat(send("GET", "/v1/sessions/" + "x".repeat(3000), "").text("code"))
                .isEqualTo("session_not_found");
    }
}
