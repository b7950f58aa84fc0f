package io.troubleshooter.eval;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has analysts answer cases, and scores the answers. */
public final class Evaluation {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Troubleshooter troubleshooter;
    private final Clock clock;
    private final int repeats;

    /**
     * An evaluation.
     *
     * @param troubleshooter reads the inputs to check citations
     * @param clock dates the runs
     * @param repeats answers per case, 1 or more
     */
    public Evaluation(Troubleshooter troubleshooter, Clock clock, int repeats) {
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be 1 or more, was " + repeats);
        }
        this.troubleshooter = troubleshooter;
        this.clock = clock;
        this.repeats = repeats;
    }

    /**
     * Runs every case past every analyst.
     *
     * @param progress told the id of each case before it is answered
     * @return a run per analyst, in the order given
     */
    public List<Run> run(List<EvalCase> cases, List<Analyst> analysts, Consumer<String> progress) {
        List<Tally> tallies = analysts.stream().map(Tally::new).toList();
        for (EvalCase eval : cases) {
            progress.accept(eval.id());
            Scorer scorer = new Scorer(troubleshooter, eval);
            tallies.forEach(tally -> tally.take(eval, scorer, repeats));
        }
        Instant now = clock.instant();
        return tallies.stream().map(tally -> tally.run(now, repeats)).toList();
    }

    /** What one analyst has scored so far. */
    private static final class Tally {

        private final Analyst analyst;
        private final List<CaseScore> scores = new ArrayList<>();
        private @Nullable Provenance by;
        private int skipped;

        Tally(Analyst analyst) {
            this.analyst = analyst;
        }

        void take(EvalCase eval, Scorer scorer, int repeats) {
            if (!analyst.answers(eval)) {
                skipped++;
                return;
            }
            for (int repeat = 0; repeat < repeats; repeat++) {
                Attempt attempt = analyst.answer(eval, repeat);
                by = by == null || by.model() == null ? attempt.diagnosis().producedBy() : by;
                scores.add(scorer.score(attempt, repeat));
            }
        }

        Run run(Instant time, int repeats) {
            Provenance made = by == null ? new Provenance(analyst.id(), null, null, "", "") : by;
            return new Run(
                    STAMP.format(time) + "-" + analyst.id(),
                    time,
                    analyst.id(),
                    made.model(),
                    made.promptVersion(),
                    made.rulesVersion(),
                    made.version(),
                    repeats,
                    skipped,
                    scores);
        }
    }
}
