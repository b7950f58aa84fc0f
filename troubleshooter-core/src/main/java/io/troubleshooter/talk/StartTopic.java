package io.troubleshooter.talk;

import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.text.LineRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "when did it start", "since when", "when was the last error", "how long did it last". */
final class StartTopic implements Topic {

    private static final Pattern WHEN =
            Pattern.compile("\\b(?:when|since when|what time|how long|first error|last error|"
                    + "where did (?:it|this|that) (?:start|begin))\\b");
    private static final Pattern END =
            Pattern.compile("\\b(?:end|ended|stop|stopped|over|recover\\w*|last error|until)\\b");
    private static final Pattern LONG = Pattern.compile("\\bhow long\\b");
    private static final Pattern WHAT = Pattern.compile(
            "\\b(?:when|what time) (?:did|was|were|has|have|is|does) (.+?)(?: (?:start|begin|happen|occur|first|go|stop|end)"
                    + "(?:ed|ning)?)?(?: (?:for )?(?:the )?first(?: time)?)?$");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        if (!question.says(WHEN)) {
            return List.of();
        }
        if (scene.range() == null) {
            return List.of(TalkScene.plain("No line of the evidence has a time, so that I cannot tell when."));
        }
        String what = question.part(WHAT);
        Anchor start = what == null ? anchor(scene) : Anchor.of(scene, what);
        if (start == null) {
            return List.of(TalkScene.plain("Nothing in the evidence tells when: no error has a time."));
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(scene.cited("It first shows at " + scene.clock(start.time()) + ":", List.of(start.line())));
        EventGroup last = lastError(scene);
        if ((question.says(END) || question.says(LONG)) && last != null && last.lastTime() != null) {
            statements.add(end(scene, start.time(), last));
        }
        return statements;
    }

    private static Statement end(TalkScene scene, Instant start, EventGroup last) {
        Instant end = last.lastTime() == null ? start : last.lastTime();
        TimeRange range = scene.range();
        boolean toTheEnd = range != null && Duration.between(end, range.last()).toSeconds() < 60;
        return scene.cited(
                "The last error is at " + scene.clock(end) + ", "
                        + TalkScene.count(Duration.between(start, end).toSeconds(), "second") + " later"
                        + (toTheEnd ? "; the evidence ends soon after, so that it may have gone on:" : ":"),
                List.of(last.last()));
    }

    private static @Nullable EventGroup lastError(TalkScene scene) {
        EventGroup last = null;
        for (EventGroup group : scene.frame().groups()) {
            Instant time = group.lastTime();
            Instant known = last == null ? null : last.lastTime();
            if (group.level().isError() && time != null && (known == null || time.isAfter(known))) {
                last = group;
            }
        }
        return last;
    }

    /** When the incident began; null where nothing tells. */
    static @Nullable Instant of(TalkScene scene) {
        Anchor anchor = anchor(scene);
        return anchor == null ? null : anchor.time();
    }

    static @Nullable Anchor anchor(TalkScene scene) {
        Hypothesis top = scene.top();
        Anchor first = top == null ? null : first(scene, top);
        return first != null ? first : firstError(scene);
    }

    /** Where a hypothesis first shows. */
    static @Nullable Anchor first(TalkScene scene, Hypothesis hypothesis) {
        for (Finding finding : scene.frame().findings()) {
            Instant time = finding.firstTime();
            if (finding.rule().equals(hypothesis.cause()) && time != null) {
                return new Anchor(time, finding.first());
            }
        }
        for (Citation citation : hypothesis.citations()) {
            LineRef line = citation.lines();
            Instant time = scene.evidence().timeOf(line.source(), line.first());
            if (time != null) {
                return new Anchor(time, line);
            }
        }
        return null;
    }

    private static @Nullable Anchor firstError(TalkScene scene) {
        for (Moment moment : scene.frame().timeline().events()) {
            Instant time = moment.time();
            if (moment.kind().equals("first-error") && time != null) {
                return new Anchor(time, moment.line());
            }
        }
        return null;
    }
}
