package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.tool.Comparison.Difference;
import io.troubleshooter.tool.Comparison.Period;
import java.time.Instant;

/** Shows what is new, gone or changed between two stretches of time. */
final class ComparePeriodsTool implements Tool {

    private static final int MAX = 20;

    @Override
    public ToolSpec spec() {
        return StandardTools.spec("compare_periods");
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        Look look = Look.of(arguments, scene);
        Comparison comparison =
                Comparison.of(scene.evidence(), period(look, "a"), period(look, "b"), look.source(), look.deadline());
        int max = look.arguments().number("max", MAX);
        LineList lines = new LineList(scene.evidence());
        comparison.differences().stream().limit(max).forEach(difference -> add(lines, difference));
        return lines.output(more(comparison, max));
    }

    private static Period period(Look look, String name) {
        Instant from = look.neededTime("from_" + name);
        Instant to = look.neededTime("to_" + name);
        if (to.isBefore(from)) {
            throw new ToolException("The period " + name + " ends before it begins.");
        }
        return new Period(from, to);
    }

    private static void add(LineList lines, Difference difference) {
        LineRef first = LineRef.of(
                difference.example().lines().source(),
                difference.example().lines().first());
        String counts = difference.before() + " before, " + difference.after() + " after";
        lines.add(first, 0, "[" + difference.kind() + ": " + counts + "] ");
    }

    private static String more(Comparison comparison, int max) {
        long left = comparison.differences().size() - (long) max;
        return "(" + comparison.countBefore() + " records in a, " + comparison.countAfter() + " in b"
                + (comparison.differences().isEmpty()
                        ? "; no kind of record is new, gone, or much more or less frequent"
                        : "")
                + (left > 0
                        ? "; " + left + " more differences: shorter periods, one source, or a larger max show them"
                        : "")
                + (comparison.complete() ? ")" : "; stopped before the end, for want of time)");
    }
}
