package io.troubleshooter.talk;

import io.troubleshooter.evidence.Evidence.Entry;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.record.Level;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.tool.Comparison;
import io.troubleshooter.tool.Comparison.Difference;
import io.troubleshooter.tool.Comparison.Kind;
import io.troubleshooter.tool.Comparison.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "what changed before", "was anything wrong before the disk filled up", "any restarts or deployments". */
final class BeforeTopic implements Topic {

    private static final Pattern CHANGED = Pattern.compile(
            "\\b(?:what|anything|something|which|any) (?:has |had |was |were )?"
                    + "(?:changed|changes?|new|different)\\b|\\b(?:deploy\\w*|releas\\w+|restart\\w*|roll-?outs?|reboot\\w*)\\b");
    private static final Pattern BEFORE =
            Pattern.compile("\\b(?:before(?:hand)?|prior to|preced\\w+|led (?:up )?to|leading (?:up )?to)\\b ?(.*)$");
    private static final Pattern BARE = Pattern.compile("\\b(?:before|beforehand)$");
    private static final Pattern AFTER = Pattern.compile("\\b(?:after(?:wards)?|following|since)\\b ?(.*)$");
    private static final Duration CLOSE = Duration.ofMinutes(10);

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        TimeRange range = scene.range();
        boolean timed = range != null && !question.times(range).isEmpty();
        String before = question.part(BEFORE);
        String after = question.part(AFTER);
        boolean changed = CHANGED.matcher(without(question.text(), before == null ? after : before))
                .find();
        if (timed || !changed && before == null && after == null && !question.says(BARE)) {
            return List.of();
        }
        String phrase = before != null ? before : after != null ? after : "it";
        Anchor anchor = range == null ? null : Anchor.of(scene, phrase);
        if (range == null || anchor == null) {
            return changed || before != null
                    ? List.of(TalkScene.plain(
                            "I cannot tell when that was: nothing in the evidence with a time fits it."))
                    : List.of();
        }
        if (changed) {
            return changes(scene, anchor, range);
        }
        return before == null && after != null ? after(scene, anchor, range) : before(scene, anchor, range);
    }

    /** The question in front of the phrase at its end, in lower case. */
    private static String without(String text, @Nullable String phrase) {
        int end = phrase == null ? text.length() : text.length() - phrase.length();
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static List<Statement> before(TalkScene scene, Anchor anchor, TimeRange range) {
        List<Statement> statements = new ArrayList<>(moments(scene, anchor.time()));
        Instant until = anchor.time().minusMillis(1);
        List<Entry> wrong = scene.evidence().between(range.first(), until, Level.WARN);
        statements.add(
                wrong.isEmpty()
                        ? scene.cited(
                                "No warning or error before that, which is at " + scene.clock(anchor.time()) + ":",
                                List.of(anchor.line()))
                        : scene.cited(
                                wrong.size() + (wrong.size() == 1 ? " warning or error" : " warnings and errors")
                                        + " before that, which is at " + scene.clock(anchor.time())
                                        + TalkScene.shown(wrong.size()),
                                TimesTopic.chosen(wrong, until)));
        return statements;
    }

    private static List<Statement> after(TalkScene scene, Anchor anchor, TimeRange range) {
        return List.of(
                TimesTopic.show(scene, new TimesTopic.Stretch(anchor.time(), range.last(), anchor.time()), Level.WARN));
    }

    /** Restarts and deployments, and what kinds of records are new shortly before the moment. */
    private static List<Statement> changes(TalkScene scene, Anchor anchor, TimeRange range) {
        List<Statement> statements = new ArrayList<>(moments(scene, anchor.time()));
        Instant from = anchor.time().minus(CLOSE);
        if (from.isAfter(range.first())) {
            Comparison comparison = Comparison.of(
                    scene.evidence(),
                    new Period(range.first(), from.minusMillis(1)),
                    new Period(from, anchor.time().minusMillis(1)),
                    null,
                    TalkScene.NEVER);
            news(scene, comparison, anchor, statements);
        } else {
            statements.addAll(before(scene, anchor, range));
        }
        if (statements.isEmpty()) {
            statements.add(scene.cited(
                    "No restart, deployment or new kind of record shows before " + scene.clock(anchor.time()) + ":",
                    List.of(anchor.line())));
        }
        return statements.stream().distinct().toList();
    }

    private static void news(TalkScene scene, Comparison comparison, Anchor anchor, List<Statement> statements) {
        List<LineRef> lines = comparison.differences().stream()
                .filter(difference -> difference.kind() == Kind.NEW)
                .map(Difference::example)
                .map(entry -> LineRef.of(entry.lines().source(), entry.lines().first()))
                .toList();
        if (!lines.isEmpty()) {
            statements.add(scene.cited(
                    "New in the " + CLOSE.toMinutes() + " minutes before " + scene.clock(anchor.time()) + ", "
                            + TalkScene.count(lines.size(), "kind") + " of records"
                            + TalkScene.shown(lines.size()),
                    lines.subList(0, Math.min(TalkScene.LINES, lines.size()))));
        }
    }

    private static List<Statement> moments(TalkScene scene, Instant until) {
        List<Statement> statements = new ArrayList<>();
        for (Moment moment : scene.frame().timeline().events()) {
            Instant time = moment.time();
            boolean change = moment.kind().equals("restart") || moment.kind().equals("deploy");
            if (change && time != null && !time.isAfter(until)) {
                String what = moment.kind().equals("deploy") ? "A deployment" : "A start or restart";
                statements.add(scene.cited(what + " at " + scene.clock(time) + ":", List.of(moment.line())));
            }
        }
        return statements.subList(Math.max(0, statements.size() - 5), statements.size());
    }
}
