package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.ClaimVerifier.Claimed;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.Part;
import io.troubleshooter.prompt.Prompt;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.text.LineRef;
import java.util.ArrayList;
import java.util.List;

/** Tells a model what in its answer failed, and what the lines really say. */
final class Repair {

    private static final String CALL_ID = "answer-1";
    private static final int MAX_ANSWER = 20_000;
    private static final int MAX_FAILURES = 12;
    private static final int MAX_LINES = 400;
    private static final int MAX_WORDS = 120;

    private final RedactionSession redaction;
    private final Evidence evidence;
    private final String provider;

    Repair(RedactionSession redaction, Evidence evidence, String provider) {
        this.redaction = redaction;
        this.evidence = evidence;
        this.provider = provider;
    }

    /** The model's own answer, as it is told again. */
    List<Part> said(ModelReply reply) {
        List<Part> said = new ArrayList<>(ReplyText.opaque(reply, provider));
        String arguments = ReplyText.arguments(reply, Explain.ANSWER);
        String fitting = arguments != null && arguments.length() <= MAX_ANSWER ? arguments : "{}";
        said.add(new Part.ToolCall(CALL_ID, Explain.ANSWER, redaction.redact(fitting)));
        return said;
    }

    /** What failed. */
    List<Part> heard(List<ClaimCheck.Result<? extends Claim>> failed, Prompt prompt) {
        StringBuilder text = new StringBuilder();
        for (ClaimCheck.Result<? extends Claim> each : failed.subList(0, Math.min(MAX_FAILURES, failed.size()))) {
            describe(text, each);
        }
        return List.of(
                new Part.ToolResult(CALL_ID, redaction.redact(text.toString().strip()), true),
                new Part.Instructions(prompt.text()));
    }

    private void describe(StringBuilder text, ClaimCheck.Result<? extends Claim> result) {
        Claim claim = result.claim();
        String words = claim instanceof Claim.Cause cause
                ? "hypothesis " + cause.cause()
                : "statement \"" + clip(((Claim.Paragraph) claim).text(), MAX_WORDS) + "\"";
        text.append(words).append(":\n");
        if (claim.citations().isEmpty()) {
            text.append("  it cites nothing\n");
        }
        for (Claimed each : result.failed()) {
            describe(text, each);
        }
        for (String madeUp : result.madeUp()) {
            text.append("  the evidence does not contain ").append(madeUp).append('\n');
        }
    }

    private void describe(StringBuilder text, Claimed citation) {
        text.append("  \"")
                .append(clip(citation.quote(), MAX_WORDS))
                .append("\" does not stand in ")
                .append(citation.source())
                .append(':')
                .append(citation.first())
                .append(really(citation))
                .append('\n');
    }

    private String really(Claimed citation) {
        if (citation.first() < 1 || citation.first() > evidence.lines(citation.source())) {
            return ", which does not exist";
        }
        RedactedText line = evidence.text(LineRef.of(citation.source(), citation.first()));
        return line == null ? "" : ", which says: " + clip(line.toString(), MAX_LINES);
    }

    private static String clip(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
    }
}
