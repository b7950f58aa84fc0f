package io.troubleshooter.eval;

import io.troubleshooter.eval.Section.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What changed since an earlier run, case by case. */
final class ComparisonSection {

    private static final String TESTS = "p is the exact McNemar test for shares and the sign test for means.";

    private final EvalReport report;

    ComparisonSection(EvalReport report) {
        this.report = report;
    }

    Section section() {
        List<Row> rows = new ArrayList<>();
        Comparison with = report.comparison();
        String intro = "";
        if (with != null) {
            intro = "With " + with.base().id() + ", case by case, over " + with.common() + " common cases; " + TESTS
                    + changed(with);
            for (Paired paired : with.metrics()) {
                if (paired.cases() > 0) {
                    rows.add(row(paired));
                }
            }
        }
        List<String> heads = List.of("metric", "cases", "change", "95 %", "better", "worse", "p");
        return new Section("comparison", "Comparison", intro, heads, rows);
    }

    /** Names of cases are left out where they may not be shown. */
    private String changed(Comparison with) {
        Set<String> shown = new HashSet<>();
        report.shown().forEach(score -> shown.add(score.label().id()));
        String better =
                String.join(", ", with.better().stream().filter(shown::contains).toList());
        String worse =
                String.join(", ", with.worse().stream().filter(shown::contains).toList());
        return (better.isEmpty() ? "" : " Better: " + better + ".") + (worse.isEmpty() ? "" : " Worse: " + worse + ".");
    }

    private static Row row(Paired paired) {
        Metric metric = paired.metric();
        String interval = Double.isNaN(paired.interval().low())
                ? Numbers.NONE
                : Numbers.change(metric, paired.interval().low()) + " to "
                        + Numbers.change(metric, paired.interval().high());
        String tone = paired.gain() > 0 ? "good" : paired.gain() < 0 ? "bad" : "";
        return new Row(
                "",
                tone,
                List.of(
                        Wording.of(metric),
                        Integer.toString(paired.cases()),
                        Numbers.change(metric, paired.difference()),
                        interval,
                        Integer.toString(paired.wins()),
                        Integer.toString(paired.losses()),
                        Numbers.decimal(paired.p(), 3)));
    }
}
