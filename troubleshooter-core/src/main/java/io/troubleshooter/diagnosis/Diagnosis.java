package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer: what broke, with evidence.
 *
 * @param summary one sentence that makes sense pasted alone into a chat
 * @param hypotheses ranked, the likeliest first
 * @param runbook what to do, in order
 * @param setAside what looked like trouble and was judged harmless
 * @param gaps what could not be seen, and what would show it
 * @param frame what the diagnosis rests on
 */
public record Diagnosis(
        Verdict verdict,
        String summary,
        List<Hypothesis> hypotheses,
        List<RunbookStep> runbook,
        List<SetAside> setAside,
        List<String> gaps,
        Provenance producedBy,
        Usage usage,
        RedactionSummary redaction,
        IncidentFrame frame) {

    public static final String SCHEMA = "troubleshooter/diagnosis/v1";

    /** What the evidence says on the whole. */
    public enum Verdict {
        INCIDENT,
        NO_INCIDENT,
        INSUFFICIENT_EVIDENCE
    }

    /**
     * A possible cause.
     *
     * @param rank from 1
     * @param cause id of the rule, or {@code generic/...} where no rule knows the error
     * @param explanation what happened and why, captured entities filled in
     * @param confidence 0 to 1
     * @param verified whether every citation was found in the evidence
     * @param explains ranks of the hypotheses that follow from this one
     * @param followsFrom rank of the hypothesis that explains this one, 0 where none does
     */
    public record Hypothesis(
            int rank,
            String cause,
            String title,
            String explanation,
            double confidence,
            boolean verified,
            List<Citation> citations,
            List<Fix> fixes,
            List<Check> nextChecks,
            List<Integer> explains,
            int followsFrom) {}

    /**
     * Lines that support a claim.
     *
     * @param quote words that stand in these lines, white space aside
     * @param highlight bytes of {@code quote} that matter most, null where none stand out
     * @param count how many records are like this one
     */
    public record Citation(
            LineRef lines, RedactedText quote, @Nullable Span highlight, long count) {}

    /** A change that mends it; nothing here is ever run. {@code risk} is low, medium or high. */
    public record Fix(String action, @Nullable String command, String risk, String rollback) {}

    /** A read-only look that settles whether a hypothesis is right. */
    public record Check(
            String check,
            @Nullable String command,
            String expect,
            @Nullable String then) {}

    /** One step of the runbook. */
    public record RunbookStep(
            int step, String action, @Nullable String command, String why) {}

    /** Records judged harmless, and why. */
    public record SetAside(LineRef line, RedactedText text, long count, String why) {}

    /**
     * What made the answer.
     *
     * @param analyst {@code offline} or {@code model}
     * @param rulesVersion hash of the rules in force
     * @param version of this library
     */
    public record Provenance(
            String analyst,
            @Nullable String model,
            @Nullable String promptVersion,
            String rulesVersion,
            String version) {}

    /** What the answer took; tokens and cost are 0 offline. */
    public record Usage(long inputTokens, long outputTokens, double costUsd, long latencyMs, boolean cached) {

        public static Usage offline(long latencyMs) {
            return new Usage(0, 0, 0, latencyMs, false);
        }
    }
}
