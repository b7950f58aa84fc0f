package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.eval.CaseScore.Effort;
import io.troubleshooter.eval.CaseScore.Share;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores for tests, by the few things that matter. */
final class Scores {

    private Scores() {}

    /** An incident whose right cause stands at {@code rank}, 0 for nowhere. */
    static CaseScore incident(String id, int rank) {
        return incident(id, "dev", rank, 0, 0.8);
    }

    static CaseScore incident(String id, String split, int rank, int repeat, double confidence) {
        return score(label(id, split, Verdict.INCIDENT), repeat, Verdict.INCIDENT, "linux/disk-full", rank, confidence);
    }

    static CaseScore benign(String id, boolean alarmed) {
        Verdict verdict = alarmed ? Verdict.INCIDENT : Verdict.NO_INCIDENT;
        double confidence = alarmed ? 0.6 : Double.NaN;
        return score(label(id, "dev", Verdict.NO_INCIDENT), 0, verdict, alarmed ? "net/reset" : null, 0, confidence);
    }

    static CaseLabel label(String id, String split, Verdict expected) {
        return new CaseLabel(id, split, "linux", "easy", List.of("written"), expected, false);
    }

    private static CaseScore score(
            CaseLabel label, int repeat, Verdict verdict, @Nullable String cause, int rank, double confidence) {
        return new CaseScore(
                label,
                repeat,
                verdict,
                cause,
                rank,
                confidence,
                false,
                rank == 1 ? 1 : 0.5,
                rank > 0 ? 1 : 0,
                new Share(2, 2),
                new Share(1, 1),
                false,
                new Effort(3, 100, 20, 0.001),
                null);
    }

    static Run run(String analyst, CaseScore... scores) {
        Instant time = Instant.parse("2026-11-21T10:00:00Z");
        return new Run(
                "20261121-100000-" + analyst, time, analyst, null, null, "0123456789ab", "0.1", 1, 0, List.of(scores));
    }
}
