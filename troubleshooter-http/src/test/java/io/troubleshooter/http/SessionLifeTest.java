package io.troubleshooter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.session.Told;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions from their creation over restarts to their end. */
@Timeout(120)
class SessionLifeTest {

    private static final String LOG = "2026-11-20 09:43:10 INFO started by ann@corp.example\n"
            + "2026-11-20 09:43:11 ERROR could not extend file: No space left on device\n";

    @TempDir
    Path folder;

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(50);
        }
    }

    private static String begin(RunningService service) {
        String id =
                Told.by(service.post("/v1/sessions", "{\"title\":\"disk\"}")).text("id");
        assertThat(add(service, id, "a.log")).isEqualTo(201);
        return id;
    }

    private static int add(RunningService service, String id, String name) {
        return service.post("/v1/sessions/" + id + "/evidence?name=" + name, LOG)
                .statusCode();
    }

    private static void ask(RunningService service, String id) throws InterruptedException {
        Told asked = Told.by(service.post("/v1/sessions/" + id + "/questions", "{\"question\":\"what broke?\"}"));
        assertThat(asked.status()).isEqualTo(202);
        String path = asked.header("Location");
        await(() -> Told.by(service.get(path)).text("state").equals("done"));
    }

    private static List<String> shown(RunningService service, String id) {
        List<String> shown = new ArrayList<>();
        String session = "/v1/sessions/" + id;
        ObjectNode card = (ObjectNode) Told.by(service.get(session)).json();
        shown.add(card.without("state").toString());
        for (String view :
                List.of("/evidence", "/questions", "/lines?source=S1&from=1&to=2", "/groups", "/redactions")) {
            assertThat(service.get(session + view).statusCode()).isEqualTo(200);
            shown.add(service.get(session + view).body());
        }
        JsonNode diagnosis = Told.by(service.get(session + "/diagnosis")).json();
        shown.add(diagnosis.path("verdict") + " " + diagnosis.path("hypotheses") + " " + diagnosis.path("citedBy"));
        return shown;
    }

    @Test
    void aRestartChangesNothing() throws InterruptedException {
        List<String> before;
        String id;
        try (RunningService service = RunningService.in(folder, Map.of())) {
            id = begin(service);
            ask(service, id);
            add(service, id, "b.log");
            before = shown(service, id);
            assertThat(before.toString()).contains("S1:2", "<email:1>").doesNotContain("ann@corp");
        }
        try (RunningService service = RunningService.in(folder, Map.of())) {
            assertThat(Told.by(service.get("/v1/sessions"))
                            .json()
                            .at("/sessions/0/state")
                            .asText())
                    .isEqualTo("idle");
            assertThat(shown(service, id)).isEqualTo(before);
            assertThat(add(service, id, "c.log")).isEqualTo(201);
            assertThat(Told.by(service.get("/v1/sessions/" + id)).json().path("sources"))
                    .hasSize(3);
        }
    }

    @Test
    void aSessionThatNobodyUsesIsClosedAndOpenedAgain() throws InterruptedException {
        try (RunningService service = RunningService.in(folder, Map.of("sessions.idle", "1s"))) {
            String id = begin(service);
            List<String> before = shown(service, id);

            await(() -> Told.by(service.get("/v1/sessions"))
                    .json()
                    .at("/sessions/0/state")
                    .asText()
                    .equals("idle"));
            assertThat(shown(service, id)).isEqualTo(before);
        }
    }

    @Test
    void nothingOfASessionIsLeftWhenItsTimeIsOver() throws Exception {
        Map<String, String> settings = Map.of("sessions.retention", "3s", "sessions.idle", "1s");
        String id;
        try (RunningService service = RunningService.in(folder, settings)) {
            id = begin(service);
            ask(service, id);
            service.post("/v1/sessions/" + id + "/comments", "{\"text\":\"seen before\"}");
            service.post("/v1/sessions/" + id + "/links", "{\"expiresIn\":\"1d\"}");
            assertThat(traces(id)).isPositive();
            await(() -> service.get("/v1/sessions/" + id).statusCode() == 404);
            await(() -> traces(id) == 0);
        }
    }

    @Test
    void eventsLeaveTheAuditLogWhenTheirTimeIsOverAndTheRestStaysSound() throws Exception {
        Map<String, String> settings = Map.of("sessions.auditRetention", "1s", "sessions.idle", "1s");
        try (RunningService service = RunningService.in(folder, settings)) {
            String id = begin(service);
            String log = "/v1/admin/audit?limit=200";
            await(() -> service.get(log).body().contains("\"action\":\"forget-audit\""));

            assertThat(service.get(log).body()).doesNotContain(id).contains("\"user\":\"(service)\"");
            assertThat(service.get("/v1/admin/audit/verification").body()).contains("\"sound\":true");
        }
    }

    /** Rows with something of the session, but for the audit log and the note that it was removed. */
    private long traces(String id) {
        String file = folder.resolve("service.db").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return count(statement, "SELECT count(*) FROM session")
                    + count(statement, "SELECT count(*) FROM source")
                    + count(statement, "SELECT count(*) FROM entry")
                    + count(
                            statement,
                            "SELECT count(*) FROM document WHERE collection <> 'session-removed' AND (collection = 'link'"
                                    + " OR collection LIKE '%" + id + "%' OR key LIKE '%" + id + "%')");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.getLong(1);
        }
    }

    @Test
    void manyMayWorkOnOneSessionAtOnce() throws Exception {
        int each = 6;
        ExecutorService crowd = Executors.newFixedThreadPool(6);
        try (RunningService service = RunningService.in(folder, Map.of("limits.requestsPerMinute", "100000"))) {
            String id = begin(service);
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < 2; worker++) {
                String name = "w" + worker;
                all.add(crowd.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        assertThat(add(service, id, name + "-" + i)).isEqualTo(201);
                    }
                }));
                all.add(crowd.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        assertThat(shown(service, id)).hasSize(7);
                    }
                }));
            }
            all.add(crowd.submit(() -> {
                for (int i = 0; i < each; i++) {
                    ask(service, id);
                }
                return null;
            }));
            for (Future<?> one : all) {
                one.get();
            }
            everythingIsThere(service, id, each);
        } finally {
            crowd.shutdownNow();
        }
        try (RunningService service = RunningService.in(folder, Map.of())) {
            String id = Told.by(service.get("/v1/sessions"))
                    .json()
                    .at("/sessions/0/id")
                    .asText();
            everythingIsThere(service, id, each);
        }
    }

    private static void everythingIsThere(RunningService service, String id, int each) {
        JsonNode session = Told.by(service.get("/v1/sessions/" + id)).json();
        Set<String> names = new HashSet<>();
        session.path("sources").forEach(source -> names.add(source.path("name").asText()));
        assertThat(session.path("sources")).hasSize(2 * each + 1);
        assertThat(names).hasSize(2 * each + 1);
        assertThat(session.path("questions").asInt()).isEqualTo(each);
    }
}
