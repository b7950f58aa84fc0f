package io.troubleshooter.conversation;

import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.tool.ToolLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The most that a turn can cost: every call that it may make, each with all that may have been gathered before it. */
final class WorstCase {

    /** What a repair says of the answer that failed. */
    private static final long REPAIR_TOKENS = 4_000;

    private WorstCase() {}

    /**
     * Triage, rounds, answer and repair.
     *
     * @param cards of the models that may be asked: the dearest counts
     * @param first the first request for an answer
     * @param limits of what tools may add to it
     */
    static long ofLoop(List<ModelCard> cards, ModelRequest first, int rounds, ToolLimits limits, Clock clock) {
        long base = TokenEstimate.of(first);
        long outputs = rounds == 0 ? 0 : TokenEstimate.ofBytes(limits.totalBytes());
        long total = rounds == 0 ? 0 : of(cards, base, first.maxTokens(), clock);
        for (int round = 0; round <= rounds; round++) {
            total += of(cards, base + outputs + (long) round * first.maxTokens(), first.maxTokens(), clock);
        }
        long repair = base + outputs + (rounds + 1L) * first.maxTokens() + REPAIR_TOKENS;
        return total + of(cards, repair, first.maxTokens(), clock);
    }

    static long of(List<ModelCard> cards, long input, long output, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long worst = 0;
        for (ModelCard card : cards) {
            worst = Math.max(worst, BudgetedModel.worst(card, input, output, today));
        }
        return worst;
    }
}
