package io.troubleshooter.http.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Recorded replies of a model that says one thing about {@link #LOG}, and takes its time. */
final class ScriptedModel {

    static final String LOG = """
            2026-11-20 09:43:10.001  INFO 1 --- [main] c.acme.Orders : Starting Orders
            2026-11-20 09:43:11.204 ERROR 1 --- [exec-3] c.acme.Orders : order 7 failed
            org.postgresql.util.PSQLException: FATAL: sorry, too many clients already
            """;

    private static final String REPLIES = """
            { "replies": [
              { "stage": "triage", "endless": true, "parts": [ { "call": { "id": "t1", "name": "triage",
                "arguments": { "scope": "incident", "difficulty": "easy", "calls": [] } } } ] },
              { "stage": "explain", "endless": true, "delayMs": %d, "parts": [ { "call": { "id": "a1", "name": "answer",
                "arguments": { "scope": "incident", "verdict": "incident", "gaps": [], "statements": [
                    { "text": "The database refused connections.", "citations": [
                      { "source": "S1", "first": 3, "last": 3, "quote": "sorry, too many clients already" } ] },
                    { "text": "Orders failed.", "citations": [
                      { "source": "S1", "first": 2, "last": 2, "quote": "order 7 failed" } ] } ],
                  "hypotheses": [ { "cause": "db-pool/leak", "title": "Connections leak", "explanation": "",
                    "confidence": 0.6, "relation": "new", "of": "", "fixes": [], "nextChecks": [], "citations": [
                      { "source": "S1", "first": 3, "last": 3, "quote": "too many clients already" } ] } ] } } } ] } ] }
            """;

    private ScriptedModel() {}

    /** Settings of a service that asks it. */
    static Map<String, String> settings(Path folder, long delayMillis) {
        Path replies = folder.resolve("replies-" + delayMillis + ".json");
        try {
            Files.writeString(replies, REPLIES.formatted(delayMillis));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("model.provider", "replay");
        settings.put("model.replies", replies.toString());
        return settings;
    }
}
