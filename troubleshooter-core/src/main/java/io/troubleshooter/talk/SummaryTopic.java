package io.troubleshooter.talk;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** "what broke", "root cause", "summarize", "is everything ok". */
final class SummaryTopic implements Topic {

    private static final int OTHERS = 3;
    private static final Pattern SUMMARY = Pattern.compile(
            "\\b(?:what(?:'s| is| was| went)? (?:wrong|broken?|up|the (?:problem|issue|matter|cause|reason))|what (?:broke|failed|"
                    + "happened|happens)|root ?cause|causes?|reason|summar\\w+|overview|diagnos\\w+|analy[sz]e|problems?|issues?|"
                    + "incidents?|outage|healthy|ok(?:ay)?|fine|tl;?dr|going on|hypothes[ei]s|is (?:it|this|everything|all))\\b");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        if (!question.says(SUMMARY)) {
            return List.of();
        }
        if (scene.frame().sources().isEmpty()) {
            return List.of(TalkScene.plain(HelpTopic.NO_EVIDENCE));
        }
        List<Statement> statements = new ArrayList<>();
        Hypothesis top = scene.top();
        String summary = scene.shown().summary() + ".";
        statements.add(top == null ? TalkScene.plain(summary) : TalkScene.cited(summary, top));
        if (top != null && !top.explanation().isBlank()) {
            statements.add(TalkScene.plain(top.explanation()));
        }
        List<Hypothesis> all = scene.shown().hypotheses();
        for (Hypothesis other : all.subList(Math.min(1, all.size()), Math.min(1 + OTHERS, all.size()))) {
            String from = other.followsFrom() > 0 ? " (follows from [" + other.followsFrom() + "])" : "";
            statements.add(TalkScene.cited("Also [" + other.rank() + "] " + other.title() + from, other));
        }
        return statements;
    }
}
