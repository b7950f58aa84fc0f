package io.troubleshooter.http.hook;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.redact.RedactionSession;
import java.time.Instant;
import java.util.Locale;

/**
 * What others are told of a diagnosis. Redacted once more on its way out, which changes nothing that is redacted already.
 *
 * @param title of the likeliest cause; the verdict in words where there is none
 * @param cause id of the likeliest cause; empty where there is none
 * @param confidence in it, 0 to 1
 * @param analyst {@code offline} or {@code model}
 * @param link to the session; empty where the service does not know its own address
 */
record Notice(
        String project,
        String session,
        Instant time,
        String verdict,
        String title,
        String summary,
        String cause,
        double confidence,
        String analyst,
        String link) {

    private static final int MAX_TEXT = 2_000;

    /** @param publicUrl of the service; empty where it is not known */
    static Notice of(Workspace workspace, Diagnosis diagnosis, String publicUrl, Instant now) {
        Hypothesis first =
                diagnosis.hypotheses().isEmpty() ? null : diagnosis.hypotheses().get(0);
        return new Notice(
                workspace.project(),
                workspace.id(),
                now,
                diagnosis.verdict().name().toLowerCase(Locale.ROOT),
                text(first == null ? words(diagnosis.verdict()) : first.title()),
                text(diagnosis.summary()),
                first == null ? "" : first.cause(),
                first == null ? 0 : first.confidence(),
                diagnosis.producedBy().analyst(),
                publicUrl.isEmpty() ? "" : publicUrl.replaceAll("/+$", "") + "/?s=" + workspace.id());
    }

    private static String words(Diagnosis.Verdict verdict) {
        return switch (verdict) {
            case INCIDENT -> "An incident";
            case NO_INCIDENT -> "No incident";
            case INSUFFICIENT_EVIDENCE -> "Not enough evidence";
        };
    }

    private static String text(String text) {
        String line = RedactionSession.create()
                .redact(text)
                .toString()
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= MAX_TEXT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_TEXT)) + "...";
    }

    /** What makes it worth telling: the same again is no news. */
    String essence() {
        return verdict + " " + cause + " " + analyst;
    }
}
