package io.troubleshooter.http.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Replies of a model as it would give them on the log of {@link #log}, among them what a page must not obey. */
final class ModelReplies {

    private static final String STRANGE = """
            2026-11-20 09:42:58.010 INFO  [main] Loom - loom 7 started
            2026-11-20 09:43:11.204 WARN  [main] Loom - shuttle 3 is late
            2026-11-20 09:43:12.204 ERROR [main] Loom - weave 12 failed: shuttle 3 did not come back
            """;

    private static final String REPLIES = """
            { "replies": [
              { "stage": "triage", "endless": true, "parts": [ { "call": { "id": "t1", "name": "triage",
                "arguments": { "scope": "incident", "difficulty": "easy",
                  "calls": [ { "tool": "search", "arguments": "{\\"query\\": \\"shuttle\\"}" } ] } } } ] },
              { "stage": "explain", "endless": true, "delayMs": %d, "parts": [ { "call": { "id": "a1", "name": "answer",
                "arguments": { "scope": "incident", "verdict": "incident", "gaps": [], "statements": [
                    { "text": "**Shuttle 3** was late first. <img src=x onerror=window.ran=1> <b>bold</b>", "citations": [
                      { "source": "S1", "first": 2, "last": 2, "quote": "shuttle 3 is late" } ] },
                    { "text": "- `weave 12` failed\\n- after that", "citations": [
                      { "source": "S1", "first": 3, "last": 3, "quote": "weave 12 failed" } ] } ],
                  "hypotheses": [ { "cause": "loom/shuttle-late", "title": "Shuttle 3 is late <i>often</i>",
                    "explanation": "It was late before the weave failed.", "confidence": 0.95, "relation": "new", "of": "",
                    "fixes": [], "nextChecks": [], "citations": [
                      { "source": "S1", "first": 2, "last": 2, "quote": "shuttle 3 is late" } ] } ] } } } ] } ] }
            """;

    private ModelReplies() {}

    /** The log of which the replies speak; each number makes another one, that no cache knows. */
    static String log(int number) {
        return STRANGE + "2026-11-20 09:44:00.000 INFO  [main] Loom - loom 7 stopped\n".repeat(number);
    }

    /** Settings of a service with this model. */
    static Map<String, String> settings(Path folder, int delayMillis) {
        Path replies = folder.resolve("replies.json");
        try {
            Files.writeString(replies, REPLIES.formatted(delayMillis));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Map.of("model.provider", "replay", "model.replies", replies.toString());
    }
}
