package io.troubleshooter.http.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.Conversation;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.SessionCleaner;
import io.troubleshooter.http.session.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people say of hypotheses: right, wrong, or not sure. Right and wrong change the ranking from the next question
 * on; all of it is kept for judging prompts and rules by it. Thread-safe.
 */
public final class Verdicts implements SessionCleaner {

    /** How long it can be taken back. */
    private static final Duration UNDO = Duration.ofSeconds(10);

    private static final int MAX_NOTE = 2_000;

    private final Entries entries;
    private final JudgedSessions judged;
    private final Clock clock;

    public Verdicts(Documents documents, Clock clock) {
        this.entries = new Entries(documents, "feedback", clock);
        this.judged = new JudgedSessions(documents);
        this.clock = clock;
    }

    /**
     * Keeps what somebody says of a hypothesis, and tells the conversation.
     *
     * @param body {@code rank} in the newest diagnosis, {@code verdict}, perhaps a {@code note}
     */
    public ObjectNode add(Workspace workspace, Caller author, JsonNode body) {
        Snapshot snapshot = Snapshot.of(workspace.conversation());
        Hypothesis about = hypothesis(body.path("rank").asInt(), snapshot.diagnosis());
        String verdict = body.path("verdict").asText("");
        if (!verdict.matches("yes|no|unsure")) {
            throw ProblemException.invalid("/verdict", "verdict has to be yes, no or unsure.");
        }
        String note = body.path("note").asText("");
        if (note.length() > MAX_NOTE) {
            throw ProblemException.invalid("/note", "note may have " + MAX_NOTE + " characters.");
        }
        ObjectNode entry =
                entry(snapshot.diagnosis(), about).put("verdict", verdict).put("author", author.user());
        if (!note.isBlank()) {
            entry.put("note", workspace.conversation().redact(note).toString());
        }
        judged.note(workspace.project(), workspace.id());
        ObjectNode kept = entries.add(workspace.id(), entry);
        try {
            tell(workspace.conversation(), about, verdict, note);
        } catch (RuntimeException untold) {
            entries.delete(workspace.id(), kept.path("id").asText());
            throw untold;
        }
        return kept.put("undoUntil", clock.instant().plus(UNDO).toString());
    }

    private static Hypothesis hypothesis(int rank, Diagnosis diagnosis) {
        for (Hypothesis each : diagnosis.hypotheses()) {
            if (each.rank() == rank) {
                return each;
            }
        }
        throw ProblemException.invalid(
                "/rank",
                "rank has to be that of a hypothesis in the newest diagnosis, which has "
                        + diagnosis.hypotheses().size() + ".");
    }

    /** What is worth knowing of it when prompts and rules are judged, with the lines that it rests on. */
    private static ObjectNode entry(Diagnosis diagnosis, Hypothesis about) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("rank", about.rank())
                .put("cause", about.cause())
                .put("title", about.title())
                .put("confidence", Math.round(about.confidence() * 1000) / 1000.0)
                .put("analyst", diagnosis.producedBy().analyst())
                .put("model", diagnosis.producedBy().model())
                .put("promptVersion", diagnosis.producedBy().promptVersion())
                .put("rulesVersion", diagnosis.producedBy().rulesVersion());
        ArrayNode lines = entry.putArray("lines");
        for (Citation citation : about.citations()) {
            lines.addObject()
                    .put("line", citation.lines().toString())
                    .put("quote", LineText.cut(citation.quote(), LineText.SHORT).toString());
        }
        return entry;
    }

    private static void tell(Conversation conversation, Hypothesis about, String verdict, String note) {
        if (verdict.equals("unsure")) {
            conversation.withdrawFeedback(about.cause());
        } else {
            conversation.feedback(about, verdict.equals("yes"), note);
        }
    }

    /** All of the session, oldest first. */
    public ObjectNode list(Workspace workspace) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode feedback = json.putArray("feedback");
        entries.list(workspace.id(), "", Entries.MAX).forEach(feedback::add);
        return json;
    }

    /** Takes back what oneself said just now. */
    public void undo(Workspace workspace, Caller caller, String id) {
        ObjectNode entry =
                entries.find(workspace.id(), id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (!entry.path("author").asText().equals(caller.user())) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        Instant said = Instant.parse(entry.path("time").asText());
        if (clock.instant().isAfter(said.plus(UNDO))) {
            throw ProblemException.of(ProblemCode.GONE, "This can be taken back for 10 seconds only.");
        }
        workspace.conversation().withdrawFeedback(entry.path("cause").asText());
        entries.delete(workspace.id(), id);
    }

    /**
     * What was said in all sessions of a project that still exist: cause, verdict and the lines, for evaluation cases.
     *
     * @param cursor of the page before; null for the beginning
     * @param limit sessions, each with all that was said in it
     */
    public ObjectNode export(String project, @Nullable String cursor, int limit) {
        JudgedSessions.Page page = judged.list(project, Offset.after(cursor), limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode feedback = json.putArray("feedback");
        for (String session : page.sessions()) {
            for (ObjectNode entry : entries.list(session, "", Entries.MAX)) {
                feedback.add(entry.put("session", session));
            }
        }
        return json.put("next", page.next());
    }

    @Override
    public void forget(String session) {
        judged.forget(session);
        entries.forget(session);
    }
}
