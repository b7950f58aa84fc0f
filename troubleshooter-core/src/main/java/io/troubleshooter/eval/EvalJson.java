package io.troubleshooter.eval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.eval.RunJson.TestCases;
import java.util.List;

/** The report as one JSON object: the judged run as it is kept, and beside it the others, the comparison and the gate. */
public final class EvalJson {

    private EvalJson() {}

    public static String write(EvalReport report) {
        TestCases test = report.revealTest() ? TestCases.SHOWN : TestCases.HIDDEN;
        ObjectNode json = RunJson.tree(report.judged(), test);
        ArrayNode others = json.putArray("beside");
        report.runs().subList(1, report.runs().size()).forEach(run -> others.add(RunJson.tree(run, test)));
        if (report.comparison() != null) {
            comparison(json.putObject("comparison"), report.comparison());
        }
        if (report.gate() != null) {
            gate(json.putObject("gate"), report.gate());
        }
        return RunJson.pretty(json);
    }

    private static void comparison(ObjectNode json, Comparison comparison) {
        json.put("base", comparison.base().id());
        json.put("common", comparison.common());
        ObjectNode metrics = json.putObject("metrics");
        for (Paired paired : comparison.metrics()) {
            if (paired.cases() > 0) {
                ObjectNode each = metrics.putObject(paired.metric().word());
                each.put("cases", paired.cases());
                each.put("difference", paired.difference());
                if (!Double.isNaN(paired.interval().low())) {
                    each.put("low", paired.interval().low());
                    each.put("high", paired.interval().high());
                }
                each.put("better", paired.wins());
                each.put("worse", paired.losses());
                each.put("p", paired.p());
            }
        }
    }

    private static void gate(ObjectNode json, Gate.Outcome outcome) {
        json.put("passed", outcome.passed());
        ArrayNode checks = json.putArray("checks");
        List<Gate.Check> all = outcome.checks();
        all.forEach(check -> checks.addObject().put("passed", check.passed()).put("message", check.message()));
    }
}
