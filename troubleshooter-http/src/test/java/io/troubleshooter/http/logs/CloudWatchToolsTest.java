package io.troubleshooter.http.logs;

import static io.troubleshooter.http.logs.LogsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.aws.cloudwatch.CloudWatchLogsServer;
import io.troubleshooter.http.RunningService;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that looks at CloudWatch Logs for its answer. */
class CloudWatchToolsTest {

    private static final String GROUP = "/aws/lambda/stock";
    private static final String LOG =
            "2026-11-20 09:43:11.204 ERROR [main] Loom - weave 12 failed: no answer of stock\n";
    private static final String REPLIES = """
            { "replies": [
              { "stage": "triage", "endless": true, "parts": [ { "call": { "id": "t1", "name": "triage",
                "arguments": { "scope": "incident", "difficulty": "easy", "calls": [
                  { "tool": "cloudwatch_fetch", "arguments": "{\\"group\\": \\"%s\\", \\"from\\": \\"2h ago\\"}" },
                  { "tool": "cloudwatch_fetch", "arguments": "{\\"group\\": \\"/aws/lambda/payroll\\", \\"from\\": \\"2h ago\\"}" }
                ] } } } ] },
              { "stage": "explain", "endless": true, "parts": [ { "call": { "id": "a1", "name": "answer",
                "arguments": { "scope": "incident", "verdict": "incident", "gaps": [], "statements": [
                    { "text": "The shelf was locked.", "citations": [
                      { "source": "T1", "first": 1, "last": 1, "quote": "shelf 3 is locked" } ] } ],
                  "hypotheses": [ { "cause": "stock/locked", "title": "The shelf is locked", "explanation": "",
                    "confidence": 0.6, "relation": "new", "of": "", "fixes": [], "nextChecks": [], "citations": [
                      { "source": "T1", "first": 1, "last": 1, "quote": "shelf 3 is locked" } ] } ] } } } ] } ] }
            """;

    @TempDir
    static Path folder;

    private static CloudWatchLogsServer server;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        server = new CloudWatchLogsServer();
        server.put(GROUP, "a", Instant.now().minusSeconds(600), "ERROR shelf 3 is locked password=hunter2hunter2");
        server.put("/aws/lambda/payroll", "a", Instant.now().minusSeconds(600), "ERROR salary of 12");
        Path replies = Files.writeString(folder.resolve("replies.json"), REPLIES.formatted(GROUP));
        Map<String, String> settings = LogsFixture.settings(server, GROUP);
        settings.put("model.provider", "replay");
        settings.put("model.replies", replies.toString());
        service = RunningService.in(folder, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        server.close();
    }

    private static JsonNode asked(String provider) {
        String session = LogsFixture.session(service);
        service.post("/v1/sessions/" + session + "/evidence", LOG);
        String question = service.send(HttpRequest.newBuilder(service.uri("/v1/sessions/" + session + "/questions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"question\": \"why did weave 12 fail?\", \"provider\": \"" + provider + "\"}")))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        service.get(question + "/events"); // ends when the answer is there
        return json(service.get(question)).path("answer");
    }

    @Test
    void citesWhatItFoundThere() {
        JsonNode answer = asked("model");

        JsonNode first = answer.at("/diagnosis/hypotheses/0");
        assertThat(answer.at("/tools/0/id").asText()).as(answer.toString()).isEqualTo("T1");
        assertThat(answer.at("/tools/0/output").asText()).contains("shelf 3 is locked");
        assertThat(first.path("title").asText()).isEqualTo("The shelf is locked");
        assertThat(first.path("verified").asBoolean()).isTrue();
        assertThat(first.at("/citations/0/source").asText()).isEqualTo("T1");
        assertThat(answer.toString()).doesNotContain("hunter2");
    }

    @Test
    void mayReadNoOtherGroups() {
        JsonNode refused = asked("model").at("/tools/1");

        assertThat(refused.path("output").asText()).contains("not among those that may be read");
        assertThat(refused.toString()).doesNotContain("salary");
    }

    @Test
    void rulesDoNotLookThere() {
        int before = server.calls().size();

        assertThat(asked("offline").path("tools")).isEmpty();

        assertThat(server.calls()).hasSize(before);
    }
}
