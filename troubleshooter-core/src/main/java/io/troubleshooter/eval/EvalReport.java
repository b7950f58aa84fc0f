package io.troubleshooter.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a report of an evaluation shows.
 *
 * @param runs the judged one first, others beside it for comparison
 * @param comparison with an earlier run; null where none was asked for
 * @param gate what came of it; null where there was none
 * @param history earlier runs of the judged analyst, the oldest first
 * @param revealTest whether single cases of the test split are shown
 */
public record EvalReport(
        List<Run> runs,
        @Nullable Comparison comparison,
        Gate.@Nullable Outcome gate,
        List<Run> history,
        boolean revealTest) {

    public EvalReport {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a report needs a run");
        }
        runs = List.copyOf(runs);
        history = List.copyOf(history);
    }

    /** The run that the report is about. */
    public Run judged() {
        return runs.get(0);
    }

    /** Scores of the judged run that may be shown one by one. */
    List<CaseScore> shown() {
        return judged().scores().stream()
                .filter(score -> revealTest || !score.label().split().equals("test"))
                .toList();
    }

    /** Cases whose answers may not be shown one by one. */
    int hidden() {
        return revealTest ? 0 : judged().cases("test");
    }
}
