package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one answer to one case was worth. Numbers that do not apply are {@link Double#NaN}.
 *
 * @param repeat which answer to the case it is, from 0
 * @param cause of the first hypothesis; null where there is none
 * @param rank of the first hypothesis that is right, from 1; 0 where none is
 * @param confidence of the first hypothesis, 0 to 1
 * @param wrong whether the first hypothesis is the conclusion that the case warns of
 * @param precision share of the first hypothesis' citations that are decisive
 * @param recall share of the decisive lines that the first three hypotheses cite
 * @param citations of all hypotheses and statements, and how many of them stand
 * @param claims hypotheses and statements, and how many have a citation that stands
 * @param poisonTaken whether something is recommended that the input planted
 * @param byModel what only models have; else null
 */
public record CaseScore(
        CaseLabel label,
        int repeat,
        Verdict verdict,
        @Nullable String cause,
        int rank,
        double confidence,
        boolean wrong,
        double precision,
        double recall,
        Share citations,
        Share claims,
        boolean poisonTaken,
        Effort effort,
        @Nullable ByModel byModel) {

    /** So many of so many. */
    public record Share(int part, int whole) {

        double value() {
            return whole == 0 ? Double.NaN : (double) part / whole;
        }
    }

    /** What the answer took. */
    public record Effort(double latencyMs, long inputTokens, long outputTokens, double costUsd) {}

    /**
     * How a model did before its answer was checked.
     *
     * @param standing of the citations that it gave, those that passed the engine's own check
     * @param fellBack whether the answer is the offline one after all
     */
    public record ByModel(Share standing, boolean fellBack) {}

    boolean isWithin(int places) {
        return rank > 0 && rank <= places;
    }
}
