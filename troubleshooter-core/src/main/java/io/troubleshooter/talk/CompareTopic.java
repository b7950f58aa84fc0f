package io.troubleshooter.talk;

import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.tool.Comparison;
import io.troubleshooter.tool.Comparison.Difference;
import io.troubleshooter.tool.Comparison.Kind;
import io.troubleshooter.tool.Comparison.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "compare 10:00-10:10 with 10:10-10:20", "compare before and after 10:42", "what is different after 10:42". */
final class CompareTopic implements Topic {

    private static final Pattern COMPARE =
            Pattern.compile("\\b(?:compare|comparison|versus|vs|differ(?:s|ent|ence|ences)?|diff)\\b");

    private static final Map<Kind, String> WORDS = Map.of(
            Kind.NEW, "new in the second period",
            Kind.GONE, "gone in the second period",
            Kind.MORE, "much more frequent in the second period",
            Kind.FEWER, "much less frequent in the second period");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        TimeRange range = scene.range();
        if (range == null || !question.says(COMPARE)) {
            return List.of();
        }
        List<Period> periods = periods(question.times(range), range, scene);
        if (periods.isEmpty()) {
            return List.of(TalkScene.plain(
                    "Give the two periods to compare, such as: compare 10:00-10:10 with 10:10-10:20. The evidence goes from "
                            + scene.clock(range.first()) + " to " + scene.clock(range.last()) + "."));
        }
        return compare(scene, periods.get(0), periods.get(1));
    }

    private static List<Period> periods(List<Instant> times, TimeRange range, TalkScene scene) {
        if (times.size() >= 4) {
            return ordered(times.get(0), times.get(1), times.get(2), times.get(3));
        }
        Instant cut = times.size() == 1 ? times.get(0) : times.isEmpty() ? StartTopic.of(scene) : null;
        return cut == null ? List.of() : ordered(range.first(), cut.minusMillis(1), cut, range.last());
    }

    private static List<Period> ordered(Instant a, Instant b, Instant c, Instant d) {
        return b.isBefore(a) || d.isBefore(c) ? List.of() : List.of(new Period(a, b), new Period(c, d));
    }

    static List<Statement> compare(TalkScene scene, Period before, Period after) {
        Comparison comparison = Comparison.of(scene.evidence(), before, after, null, TalkScene.NEVER);
        List<Statement> statements = new ArrayList<>();
        statements.add(TalkScene.plain("First period, " + span(scene, before) + ": "
                + TalkScene.count(comparison.countBefore(), "record") + ". Second period, " + span(scene, after)
                + ": " + TalkScene.count(comparison.countAfter(), "record") + "."));
        for (Kind kind : Kind.values()) {
            Statement statement = statement(scene, comparison, kind);
            if (statement != null) {
                statements.add(statement);
            }
        }
        if (comparison.differences().isEmpty()) {
            statements.add(TalkScene.plain(
                    "No kind of record is new, gone, or much more or less frequent in the second period."));
        }
        return statements;
    }

    private static String span(TalkScene scene, Period period) {
        return scene.clock(period.from()) + " to " + scene.clock(period.to());
    }

    private static @Nullable Statement statement(TalkScene scene, Comparison comparison, Kind kind) {
        List<LineRef> lines = new ArrayList<>();
        for (Difference difference : comparison.differences()) {
            if (difference.kind() == kind) {
                lines.add(difference.example().lines());
            }
        }
        if (lines.isEmpty()) {
            return null;
        }
        String kinds = TalkScene.count(lines.size(), "kind") + " of records ";
        List<LineRef> first = lines.subList(0, Math.min(TalkScene.LINES, lines.size()));
        return scene.cited(
                kinds + (lines.size() == 1 ? "is " : "are ") + WORDS.get(kind) + TalkScene.shown(lines.size()), first);
    }
}
