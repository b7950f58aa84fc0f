package io.troubleshooter.eval;

import io.troubleshooter.eval.Section.Row;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a report says, as tables that every layout shows. */
final class Sections {

    private static final List<Metric> BESIDE = List.of(
            Metric.TOP_1,
            Metric.TOP_3,
            Metric.MRR,
            Metric.PRECISION,
            Metric.RECALL,
            Metric.WRONG,
            Metric.FALSE_ALARMS,
            Metric.ABSTENTION);
    private static final List<Metric> PER_GROUP =
            List.of(Metric.TOP_1, Metric.TOP_3, Metric.MRR, Metric.RECALL, Metric.WRONG, Metric.FALSE_ALARMS);

    private final EvalReport report;
    private final Run run;

    Sections(EvalReport report) {
        this.report = report;
        this.run = report.judged();
    }

    List<Section> all() {
        List<Section> sections = new ArrayList<>();
        sections.add(gate());
        sections.add(figures());
        sections.add(beside());
        for (Grouping grouping : Grouping.values()) {
            sections.add(groups(grouping));
        }
        sections.add(calibration());
        sections.add(spread());
        sections.add(comparison());
        sections.add(failures());
        sections.add(new CaseSections(report).cases());
        sections.removeIf(Section::isEmpty);
        return sections;
    }

    Section gate() {
        List<Row> rows = new ArrayList<>();
        Gate.Outcome outcome = report.gate();
        if (outcome != null) {
            for (Gate.Check check : outcome.checks()) {
                String word = check.passed() ? "passed" : "FAILED";
                rows.add(new Row("", check.passed() ? "good" : "bad", List.of(word, check.message())));
            }
        }
        return new Section("gate", "Gate", "", List.of("", "demand"), rows);
    }

    Section figures() {
        List<String> splits = splits();
        List<String> heads = new ArrayList<>(List.of("metric"));
        splits.forEach(split -> heads.add(split + " (" + run.cases(split) + ")"));
        List<Row> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            List<String> cells = new ArrayList<>(List.of(Wording.of(metric)));
            splits.forEach(split -> cells.add(Numbers.withInterval(metric, run.figure(metric, split))));
            if (isTelling(metric)) {
                rows.add(Row.of(cells));
            }
        }
        String intro = "In brackets: 95 % intervals, Wilson for shares, bootstrap over cases for means.";
        return new Section("figures", "Figures", intro, heads, rows);
    }

    /** Tokens and cost of answers without a model are not worth a row. */
    private boolean isTelling(Metric metric) {
        Figure figure = run.figure(metric, Run.ALL);
        boolean usage = metric == Metric.INPUT_TOKENS || metric == Metric.OUTPUT_TOKENS || metric == Metric.COST;
        return figure.cases() > 0 && !(usage && figure.value() == 0);
    }

    private List<String> splits() {
        List<String> splits = new ArrayList<>(List.of(Run.ALL));
        for (String split : List.of("dev", "test")) {
            if (run.cases(split) > 0) {
                splits.add(split);
            }
        }
        return splits.size() == 2 ? splits.subList(1, 2) : splits;
    }

    Section beside() {
        List<Row> rows = new ArrayList<>();
        if (report.runs().size() > 1) {
            for (Run each : report.runs()) {
                rows.add(row(each.analyst(), BESIDE, common(each), ""));
            }
        }
        String intro = "The same cases, answered by each. A mere line counts as right where it is a decisive one"
                + " or says what was wrong.";
        return new Section("analysts", "Analysts and baselines", intro, heads("analyst", BESIDE), rows);
    }

    /** Scores of the cases that the judged run has too. */
    private List<CaseScore> common(Run other) {
        Set<String> judged = run.byCase().keySet();
        return other.scores().stream()
                .filter(score -> judged.contains(score.label().id()))
                .toList();
    }

    Section groups(Grouping grouping) {
        String word = grouping.name().toLowerCase(Locale.ROOT);
        List<Row> rows = new ArrayList<>();
        for (String name : grouping.names(run.scores())) {
            List<CaseScore> members = grouping.members(run.scores(), name);
            int cases = Figure.perCase(Metric.VERDICT, members).size();
            rows.add(row(name, PER_GROUP, members, Integer.toString(cases)));
        }
        List<String> heads = new ArrayList<>(heads(word, PER_GROUP));
        heads.add(1, "cases");
        return new Section("by-" + word, "By " + word, "", heads, rows);
    }

    private static List<String> heads(String first, List<Metric> metrics) {
        List<String> heads = new ArrayList<>(List.of(first));
        metrics.forEach(metric -> heads.add(Wording.brief(metric)));
        return heads;
    }

    /** @param count of cases; empty where it is not shown */
    private static Row row(String name, List<Metric> metrics, List<CaseScore> scores, String count) {
        List<String> cells = new ArrayList<>(List.of(name));
        cells.addAll(count.isEmpty() ? List.of() : List.of(count));
        metrics.forEach(
                metric -> cells.add(Numbers.of(metric, Figure.of(metric, scores).value())));
        return Row.of(cells);
    }

    Section calibration() {
        List<Row> rows = new ArrayList<>();
        for (Calibration.Bin bin : Calibration.bins(run.scores())) {
            if (bin.count() > 0) {
                rows.add(Row.of(List.of(
                        Numbers.decimal(bin.from(), 1) + " to " + Numbers.decimal(bin.to(), 1),
                        Integer.toString(bin.count()),
                        Numbers.percent(bin.confidence()),
                        Numbers.percent(bin.right()))));
            }
        }
        String intro = "Whether the stated confidence of the first hypothesis is worth what it says.";
        List<String> heads = List.of("confidence", "answers", "stated", "right");
        return new Section("calibration", "Calibration", intro, heads, rows);
    }

    Section spread() {
        List<Row> rows = new ArrayList<>();
        for (Metric metric : BESIDE) {
            Interval spread = run.spread(metric, Run.ALL);
            if (!Double.isNaN(spread.low())) {
                rows.add(Row.of(List.of(
                        Wording.of(metric), Numbers.of(metric, spread.low()), Numbers.of(metric, spread.high()))));
            }
        }
        int unsteady = run.unsteady().size();
        String intro = "Each of the " + run.repeats()
                + " answers per case taken by itself. Cases on which they disagree: " + unsteady + ".";
        return new Section("spread", "Spread over repeats", intro, List.of("metric", "lowest", "highest"), rows);
    }

    Section comparison() {
        return new ComparisonSection(report).section();
    }

    Section failures() {
        return new CaseSections(report).failures();
    }

    /** One line about what was run. */
    String subject() {
        StringBuilder out = new StringBuilder(run.analyst());
        out.append(run.model() == null ? "" : " " + run.model());
        out.append(" · ").append(run.cases(Run.ALL)).append(" cases");
        out.append(run.repeats() > 1 ? " · " + run.repeats() + " answers each" : "");
        out.append(run.skipped() > 0 ? " · " + run.skipped() + " not answered" : "");
        out.append(run.rulesVersion().isEmpty() ? "" : " · rules " + run.rulesVersion());
        out.append(run.promptVersion() == null ? "" : " · prompt " + run.promptVersion());
        return out.append(" · ")
                .append(run.time().truncatedTo(ChronoUnit.SECONDS))
                .toString();
    }

    /** Runs of the analyst over time, this one included, by id. */
    Map<String, Run> trend() {
        Map<String, Run> trend = new LinkedHashMap<>();
        report.history().forEach(each -> trend.put(each.id(), each));
        trend.put(run.id(), run);
        return trend;
    }
}
