package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.SessionCleaner;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.text.LineRef;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write beside lines and hypotheses, redacted before it is kept. Thread-safe. */
public final class Comments implements SessionCleaner {

    private static final int MAX_TEXT = 4_000;

    private final Entries entries;

    public Comments(Documents documents, Clock clock) {
        this.entries = new Entries(documents, "comment", clock);
    }

    /**
     * Keeps a comment, redacted.
     *
     * @param body {@code text}, and what it is {@code on}
     */
    public ObjectNode add(Workspace workspace, Caller author, JsonNode body) {
        String text = body.path("text").asText("");
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw ProblemException.invalid("/text", "text has to have 1 to " + MAX_TEXT + " characters.");
        }
        ObjectNode comment = JsonNodeFactory.instance.objectNode();
        comment.put("text", workspace.conversation().redact(text).toString()).put("author", author.user());
        comment.set("on", target(body.path("on"), Snapshot.of(workspace.conversation())));
        return entries.add(workspace.id(), comment);
    }

    private static JsonNode target(JsonNode on, Snapshot snapshot) {
        if (on.path("line").isTextual()) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("line", line(on.path("line").textValue(), snapshot).toString());
        }
        if (on.path("hypothesis").isTextual()) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("hypothesis", cause(on.path("hypothesis").textValue(), snapshot));
        }
        if (!on.isMissingNode() && !on.isNull()) {
            throw ProblemException.invalid("/on", "on has to name a line or a hypothesis, or be left out.");
        }
        return JsonNodeFactory.instance.nullNode();
    }

    private static LineRef line(String text, Snapshot snapshot) {
        return LineRefs.parse(text)
                .filter(lines -> lines.last() <= snapshot.evidence().lines(lines.source()))
                .orElseThrow(() -> ProblemException.invalid(
                        "/on/line", "line has to be lines of this session, such as S1:12 or S1:12-14."));
    }

    private static String cause(String text, Snapshot snapshot) {
        return snapshot.diagnosis().hypotheses().stream()
                .map(each -> each.cause())
                .filter(text::equals)
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "/on/hypothesis", "hypothesis has to be the cause of one in the newest diagnosis."));
    }

    /** A page of them, oldest first. */
    public ObjectNode list(Workspace workspace, @Nullable String cursor, int limit) {
        List<ObjectNode> found = entries.list(workspace.id(), Offset.after(cursor), limit + 1);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode comments = json.putArray("comments");
        found.stream().limit(limit).forEach(comments::add);
        return json.put(
                "next", found.size() > limit ? found.get(limit - 1).path("id").textValue() : null);
    }

    /** Removes one's own comment, or any in one's own session. */
    public void delete(Workspace workspace, Caller caller, String id) {
        ObjectNode comment =
                entries.find(workspace.id(), id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        boolean own = comment.path("author").asText().equals(caller.user());
        if (!own && !workspace.account().equals(caller.account())) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        entries.delete(workspace.id(), id);
    }

    @Override
    public void forget(String session) {
        entries.forget(session);
    }
}
