package io.troubleshooter.talk;

import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** "timeline", "sequence of events", "what happened". */
final class TimelineTopic implements Topic {

    private static final int MAX = 15;
    private static final Pattern TIMELINE = Pattern.compile(
            "\\b(?:time ?line|chronolog\\w*|sequence|order of events|history|"
                    + "step by step|story)$|\\btime ?line\\b|^(?:so |and |ok )?what (?:has |have |)?happened(?: here| exactly| first)?$");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        if (!question.says(TIMELINE)) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        TimeRange range = scene.range();
        if (range != null) {
            statements.add(TalkScene.plain(
                    "The evidence goes from " + scene.clock(range.first()) + " to " + scene.clock(range.last()) + "."));
        }
        List<Moment> moments = scene.frame().timeline().events();
        for (Moment moment : moments.subList(0, Math.min(MAX, moments.size()))) {
            statements.add(scene.cited(words(scene, moment), List.of(moment.line())));
        }
        if (moments.isEmpty()) {
            statements.add(TalkScene.plain("No error, burst, gap, restart or deployment stands out."));
        }
        return statements;
    }

    private static String words(TalkScene scene, Moment moment) {
        Instant time = moment.time();
        String what = switch (moment.kind()) {
            case "first-error" -> "first error of its kind";
            case "burst" -> "errors become more frequent";
            case "gap" -> "silence before this";
            case "restart" -> "start or restart";
            case "deploy" -> "deployment";
            default -> moment.kind();
        };
        return (time == null ? "" : scene.clock(time) + " ") + what + ":";
    }
}
