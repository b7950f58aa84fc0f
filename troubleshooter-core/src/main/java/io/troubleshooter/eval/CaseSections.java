package io.troubleshooter.eval;

import io.troubleshooter.eval.Section.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Single cases, as far as they may be shown. */
final class CaseSections {

    private final EvalReport report;

    CaseSections(EvalReport report) {
        this.report = report;
    }

    Section failures() {
        List<Row> rows = new ArrayList<>();
        for (CaseScore score : report.shown()) {
            String why = Wording.failure(score);
            if (!why.isEmpty() && score.repeat() == 0) {
                String cause = score.cause() == null ? "" : score.cause();
                rows.add(new Row("", "bad", List.of(score.label().id(), why, cause)));
            }
        }
        return new Section("failures", "Failures", hidden(), List.of("case", "what failed", "first hypothesis"), rows);
    }

    Section cases() {
        List<Row> rows = new ArrayList<>();
        for (CaseScore score : report.shown()) {
            String tone = Wording.failure(score).isEmpty() ? "good" : "bad";
            rows.add(new Row(anchor(score), tone, cells(score)));
        }
        List<String> heads = List.of(
                "case",
                "split",
                "area",
                "difficulty",
                "verdict",
                "rank",
                "confidence",
                "first hypothesis",
                "precision",
                "recall",
                "citations",
                "ms");
        return new Section("cases", "Cases", hidden(), heads, rows);
    }

    private String hidden() {
        return report.hidden() == 0
                ? ""
                : "Of the test split (" + report.hidden() + " cases) single cases are not shown.";
    }

    private static List<String> cells(CaseScore score) {
        CaseLabel label = score.label();
        return List.of(
                label.id() + (score.repeat() == 0 ? "" : " #" + (score.repeat() + 1)),
                label.split(),
                label.area(),
                label.difficulty(),
                score.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                label.isIncident() ? Integer.toString(score.rank()) : Numbers.NONE,
                Numbers.decimal(score.confidence(), 2),
                score.cause() == null ? "" : score.cause(),
                Numbers.decimal(score.precision(), 2),
                Numbers.decimal(score.recall(), 2),
                score.citations().part() + " of " + score.citations().whole(),
                Numbers.decimal(score.effort().latencyMs(), 1));
    }

    private static String anchor(CaseScore score) {
        return anchor(score.label().id()) + (score.repeat() == 0 ? "" : "-" + score.repeat());
    }

    /** {@code case-ID}, of letters, digits and hyphens only. */
    static String anchor(String id) {
        return "case-" + id.replaceAll("[^A-Za-z0-9-]", "-");
    }
}
