package io.troubleshooter.context;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of the evidence a model is shown: findings, error groups with exemplars, the lines around the first errors, what
 * the question names, most valuable first, until the budget is used. Every line stands under its reference, {@code
 * S1:12}; long lines are cut around what tells most. Deterministic.
 *
 * @param text null where there is no evidence
 * @param lines all lines shown, in order
 * @param tokens estimate for {@code text}
 * @param omitted whether something of value did not fit
 */
public record EvidenceDigest(@Nullable RedactedText text, List<LineRef> lines, long tokens, boolean omitted) {

    private static final int LEAST = 200;

    /**
     * Chooses.
     *
     * @param budget tokens that the digest may have, by {@link io.troubleshooter.model.TokenEstimate}; 200 or more
     */
    public static EvidenceDigest of(
            IncidentFrame frame, Evidence evidence, Diagnosis offline, @Nullable RedactedText question, int budget) {
        if (budget < LEAST) {
            throw new IllegalArgumentException("the budget must be " + LEAST + " tokens or more, was " + budget);
        }
        Worth worth = new Worth(evidence);
        new FrameWorth(frame, worth).add(offline);
        QuestionWorth.add(question, evidence, worth);
        return new DigestWriter(frame, evidence, budget).write(worth);
    }
}
