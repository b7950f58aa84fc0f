package io.troubleshooter.eval;

import java.util.ArrayList;
import java.util.List;

/** Whether a stated confidence is worth what it says. */
public final class Calibration {

    private static final int BINS = 5;

    private Calibration() {}

    /**
     * Hypotheses of about one confidence.
     *
     * @param from least confidence
     * @param to confidence that is no longer in it; 1 is in the last
     * @param confidence that they state, in the mean; no number where there are none
     * @param right share of them that is right; no number where there are none
     */
    public record Bin(double from, double to, int count, double confidence, double right) {}

    /** Squared distance of the first hypothesis' confidence from the truth; no number where it does not apply. */
    static double brier(CaseScore score) {
        double miss = score.confidence() - truth(score);
        return miss * miss;
    }

    private static double truth(CaseScore score) {
        if (!score.label().isIncident() && !score.label().isBenign()) {
            return Double.NaN;
        }
        return score.label().isIncident() && score.isWithin(1) ? 1 : 0;
    }

    /** Reliability in five bins of equal width. */
    public static List<Bin> bins(List<CaseScore> scores) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            bins.add(bin(i, scores));
        }
        return bins;
    }

    private static Bin bin(int place, List<CaseScore> scores) {
        int count = 0;
        double confidence = 0;
        double right = 0;
        for (CaseScore score : scores) {
            boolean applies = !Double.isNaN(brier(score));
            if (applies && Math.min(BINS - 1, (int) (score.confidence() * BINS)) == place) {
                count++;
                confidence += score.confidence();
                right += truth(score);
            }
        }
        double none = Double.NaN;
        return new Bin(
                (double) place / BINS,
                (double) (place + 1) / BINS,
                count,
                count == 0 ? none : confidence / count,
                count == 0 ? none : right / count);
    }
}
