package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.session.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sees a session of a project, and who does not. */
class SessionSharingTest {

    private static final String LINE = "2026-11-20 09:43:11 ERROR No space left on device\n";

    @TempDir
    static Path folder;

    private static RunningService service;
    private static String ann;
    private static String bob;
    private static String vic;
    private static String boss;
    private static String stranger;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of("access.required", "true", "sessions.perAccount", "25"));
        ann = service.key("alpha", "ann", Role.ANALYST);
        bob = service.key("alpha", "bob", Role.ANALYST);
        vic = service.key("alpha", "vic", Role.VIEWER);
        boss = service.key("alpha", "boss", Role.ADMIN);
        stranger = service.key("beta", "ann", Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Told send(String key, String method, String path, String body) {
        return Told.by(service.send(Told.request(service.uri(path), method, body)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", body.startsWith("{") ? "application/json" : "text/plain")));
    }

    private static String begin() {
        String id = send(ann, "POST", "/v1/sessions", "{\"title\":\"ours\"}").text("id");
        assertThat(send(ann, "POST", "/v1/sessions/" + id + "/evidence", LINE).status())
                .isEqualTo(201);
        return id;
    }

    private static void share(String id, String body) {
        assertThat(send(ann, "PUT", "/v1/sessions/" + id + "/share", body).status())
                .isEqualTo(200);
    }

    private static List<String> listed(String key) {
        List<String> ids = new ArrayList<>();
        send(key, "GET", "/v1/sessions?limit=200", "")
                .json()
                .path("sessions")
                .forEach(session -> ids.add(session.path("id").asText()));
        return ids;
    }

    @Test
    void nobodyElseSeesWhatIsNotShared() {
        String id = begin();
        for (String key : List.of(bob, vic, boss, stranger)) {
            assertThat(send(key, "GET", "/v1/sessions/" + id, "").text("code")).isEqualTo("session_not_found");
            assertThat(send(key, "GET", "/v1/sessions/" + id + "/lines?source=S1&from=1&to=1", "")
                            .text("code"))
                    .isEqualTo("session_not_found");
            assertThat(listed(key)).doesNotContain(id);
        }
    }

    @Test
    void anotherProjectGetsTheSameAnswerAsForNoSessionAtAll() {
        String id = begin();
        share(id, "{\"role\":\"viewer\",\"contribute\":true}");
        for (String method : List.of("GET", "DELETE")) {
            Told foreign = send(stranger, method, "/v1/sessions/" + id, "");
            Told unknown = send(
                    stranger, method, "/v1/sessions/" + id.replace('1', '2').replace('a', 'b'), "");
            assertThat(foreign.status()).isEqualTo(unknown.status()).isEqualTo(404);
            assertThat(foreign.text("detail")).isEqualTo(unknown.text("detail"));
        }
        assertThat(send(ann, "GET", "/v1/sessions/" + id, "").status()).isEqualTo(200);
    }

    @Test
    void viewersSeeWhatIsSharedWithThemAndChangeNothing() {
        String id = begin();
        share(id, "{\"role\":\"viewer\"}");

        Told seen = send(vic, "GET", "/v1/sessions/" + id, "");
        assertThat(seen.text("right")).isEqualTo("read");
        assertThat(listed(vic)).contains(id);
        assertThat(send(bob, "POST", "/v1/sessions/" + id + "/evidence", LINE).text("code"))
                .isEqualTo("forbidden");
        assertThat(send(bob, "PATCH", "/v1/sessions/" + id, "{\"title\":\"mine\"}")
                        .text("code"))
                .isEqualTo("forbidden");
        assertThat(send(bob, "DELETE", "/v1/sessions/" + id, "").text("code")).isEqualTo("forbidden");
    }

    @Test
    void analystsContributeWhereTheyMay() {
        String id = begin();
        share(id, "{\"role\":\"analyst\",\"contribute\":true}");

        assertThat(send(vic, "GET", "/v1/sessions/" + id, "").text("code")).isEqualTo("session_not_found");
        assertThat(send(bob, "GET", "/v1/sessions/" + id, "").text("right")).isEqualTo("contribute");
        assertThat(send(bob, "POST", "/v1/sessions/" + id + "/evidence", LINE).status())
                .isEqualTo(201);
        assertThat(send(bob, "PUT", "/v1/sessions/" + id + "/share", "{\"role\":null}")
                        .text("code"))
                .isEqualTo("forbidden");

        share(id, "{\"role\":null}");
        assertThat(send(bob, "GET", "/v1/sessions/" + id, "").text("code")).isEqualTo("session_not_found");
        assertThat(listed(bob)).doesNotContain(id);
    }

    @Test
    void administratorsRemoveButDoNotRead() {
        String id = begin();

        assertThat(send(boss, "GET", "/v1/sessions/" + id, "").status()).isEqualTo(404);
        assertThat(send(boss, "DELETE", "/v1/sessions/" + id, "").status()).isEqualTo(204);
        assertThat(send(ann, "GET", "/v1/sessions/" + id, "").status()).isEqualTo(404);
    }

    private static Told byLink(String token, String method, String path, String body) {
        return Told.by(
                service.send(Told.request(service.uri(path), method, body).header("X-Share-Token", token)));
    }

    @Test
    void aLinkShowsOneSessionUntilItIsTakenBack() {
        String id = begin();
        String other = begin();
        Told made = send(ann, "POST", "/v1/sessions/" + id + "/links", "{\"expiresIn\":\"1h\"}");
        assertThat(made.status()).isEqualTo(201);
        String token = made.text("token");
        assertThat(made.text("url")).isEqualTo("/s/" + token);

        assertThat(byLink(token, "GET", "/v1/sessions/" + id, "").text("right")).isEqualTo("read");
        assertThat(byLink(token, "GET", "/v1/sessions/" + id, "").json().at("/shared/links"))
                .isEmpty();
        assertThat(byLink(token, "GET", "/v1/sessions/" + id + "/lines?source=S1&from=1&to=1", "")
                        .status())
                .isEqualTo(200);
        assertThat(byLink(token, "GET", "/v1/sessions/" + other, "").text("code"))
                .isEqualTo("session_not_found");
        assertThat(byLink(token, "DELETE", "/v1/sessions/" + id, "").status()).isEqualTo(403);
        assertThat(byLink(token, "POST", "/v1/sessions/" + id + "/evidence", LINE)
                        .status())
                .isEqualTo(403);

        JsonNode links = send(ann, "GET", "/v1/sessions/" + id, "").json().at("/shared/links");
        assertThat(links).hasSize(1);
        assertThat(links.toString()).doesNotContain(token);
        String link = links.path(0).path("id").asText();
        assertThat(send(ann, "DELETE", "/v1/sessions/" + id + "/links/" + link, "")
                        .status())
                .isEqualTo(204);
        assertThat(byLink(token, "GET", "/v1/sessions/" + id, "").status()).isEqualTo(401);
        assertThat(send(ann, "DELETE", "/v1/sessions/" + id + "/links/" + link, "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLinkEndsWithItsSession() {
        String id = begin();
        String token = send(ann, "POST", "/v1/sessions/" + id + "/links", "{\"expiresIn\":\"30d\"}")
                .text("token");
        send(ann, "DELETE", "/v1/sessions/" + id, "");

        assertThat(byLink(token, "GET", "/v1/sessions/" + id, "").status()).isEqualTo(401);
    }

    @Test
    void listsGoOnWhereTheyEndedTheNewestFirst() {
        String carl = service.key("alpha", "carl", Role.ANALYST);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(0, send(carl, "POST", "/v1/sessions", "{}").text("id"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    send(carl, "GET", "/v1/sessions?limit=3" + cursor, "").json();
            page.path("sessions").forEach(each -> {
                if (each.path("owner").asText().equals("carl")) {
                    seen.add(each.path("id").asText());
                }
            });
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyElementsOf(made);
    }

    @Test
    void anAccountHasOnlySoManySessions() {
        String dora = service.key("alpha", "dora", Role.ANALYST);
        String last = "";
        for (int i = 0; i < 25; i++) {
            Told made = send(dora, "POST", "/v1/sessions", "{}");
            assertThat(made.status()).isEqualTo(201);
            last = made.text("id");
        }
        assertThat(send(dora, "POST", "/v1/sessions", "{}").text("code")).isEqualTo("too_many_sessions");
        send(dora, "DELETE", "/v1/sessions/" + last, "");
        assertThat(send(dora, "POST", "/v1/sessions", "{}").status()).isEqualTo(201);
    }

    @Test
    void whatIsDoneToASessionIsInTheAuditLog() {
        String id = begin();
        share(id, "{\"role\":\"viewer\"}");
        Told link = send(ann, "POST", "/v1/sessions/" + id + "/links", "{\"expiresIn\":\"1d\"}");
        send(ann, "DELETE", "/v1/sessions/" + id + "/links/" + link.text("id"), "");
        send(ann, "DELETE", "/v1/sessions/" + id, "");

        List<String> actions = new ArrayList<>();
        send(boss, "GET", "/v1/admin/audit?limit=200", "").json().path("events").forEach(event -> {
            if (event.path("session").asText().equals(id)) {
                actions.add(event.path("action").asText());
            }
        });
        assertThat(actions).contains("create-session", "share-session", "create-link", "revoke-link", "delete-session");
    }
}
