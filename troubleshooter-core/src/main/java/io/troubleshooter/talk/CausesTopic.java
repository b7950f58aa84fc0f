package io.troubleshooter.talk;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.SetAside;
import io.troubleshooter.evidence.Hits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "why rank 2", "explain 2", "why do you think so", "why not the network", "could it be DNS". */
final class CausesTopic implements Topic {

    private static final Pattern RANK =
            Pattern.compile("\\b(?:rank|hypothesis|number|no\\.?|cause|why|explain|about|fix|"
                    + "is|for|at) ?(?:number |rank |hypothesis )?[#\\[]?(\\d{1,2})\\b|[#\\[](\\d{1,2})\\b");
    private static final Pattern ORDINAL =
            Pattern.compile("\\b(first|second|third|fourth|fifth|sixth|top|last)(?: one| hypothesis| cause)\\b");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth");
    private static final Pattern WHY = Pattern.compile(
            "^(?:and |but |so )?why\\b|\\bexplain\\b|\\bhow (?:do|did) you know\\b|"
                    + "\\bhow (?:sure|certain|confident)\\b|\\bwhat makes you\\b|\\bjustif\\w+|\\bevidence for\\b|\\bmore (?:about|on)\\b");
    private static final Pattern NOT =
            Pattern.compile("\\b(?:why (?:is it |is this |was it )?not|why isn't it|could (?:it|this) (?:also )?"
                    + "be|(?:is|was) (?:it|this) (?:because of|caused by|due to|related to)|rule out|ruled out|isn't it|"
                    + "can it be|might it be|what about)(?: a| an| the| because of| caused by| due to)? (.+)$");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        String other = question.part(NOT);
        if (other != null) {
            return whether(scene, other);
        }
        int rank = rank(question, scene);
        if (!question.says(WHY) && rank == 0) {
            return List.of();
        }
        Hypothesis meant = meant(scene, question);
        if (meant == null) {
            return List.of(TalkScene.plain(
                    rank > 0
                            ? "There is no hypothesis of that rank; there are "
                                    + scene.shown().hypotheses().size() + "."
                            : scene.shown().summary() + ". There is no hypothesis to explain."));
        }
        return explain(scene, meant);
    }

    /** The hypothesis that a question names by rank or by words, else the likeliest; null where there is none. */
    static @Nullable Hypothesis meant(TalkScene scene, Question question) {
        int rank = rank(question, scene);
        for (Hypothesis hypothesis : scene.shown().hypotheses()) {
            if (hypothesis.rank() == rank) {
                return hypothesis;
            }
        }
        Hypothesis named = Anchor.hypothesis(scene, question.lower());
        return rank > 0 ? null : named == null ? scene.top() : named;
    }

    private static int rank(Question question, TalkScene scene) {
        Matcher rank = RANK.matcher(question.lower());
        if (rank.find()) {
            return Integer.parseInt(rank.group(1) == null ? rank.group(2) : rank.group(1));
        }
        Matcher ordinal = ORDINAL.matcher(question.lower());
        if (!ordinal.find()) {
            return 0;
        }
        return switch (ordinal.group(1)) {
            case "top" -> 1;
            case "last" -> scene.shown().hypotheses().size();
            default -> ORDINALS.indexOf(ordinal.group(1)) + 1;
        };
    }

    static List<Statement> explain(TalkScene scene, Hypothesis hypothesis) {
        List<Statement> statements = new ArrayList<>();
        statements.add(TalkScene.cited("[" + hypothesis.rank() + "] " + hypothesis.title() + ":", hypothesis));
        if (!hypothesis.explanation().isBlank()) {
            statements.add(TalkScene.plain(hypothesis.explanation()));
        }
        statements.add(TalkScene.plain(place(scene, hypothesis)));
        return statements;
    }

    /** Why it stands where it stands. */
    private static String place(TalkScene scene, Hypothesis hypothesis) {
        StringBuilder text =
                new StringBuilder("Confidence ").append(hypothesis.confidence()).append('.');
        if (hypothesis.followsFrom() > 0) {
            text.append(" It ranks below [").append(hypothesis.followsFrom()).append("], from which it follows.");
        }
        for (int rank : hypothesis.explains()) {
            text.append(" It explains [").append(rank).append("].");
        }
        Anchor first = StartTopic.first(scene, hypothesis);
        if (first != null) {
            text.append(" It first shows at ").append(scene.clock(first.time())).append('.');
        }
        boolean known = !hypothesis.cause().startsWith("generic/");
        text.append(
                known
                        ? " The rule behind it is " + hypothesis.cause() + "."
                        : " No rule knows this error; it is read from its own words.");
        return text.toString();
    }

    /** Whether what the user suspects is among the hypotheses, was set aside, or at least stands somewhere. */
    private static List<Statement> whether(TalkScene scene, String other) {
        Hypothesis named = Anchor.hypothesis(scene, other);
        if (named != null) {
            return explain(scene, named);
        }
        for (SetAside aside : scene.shown().setAside()) {
            if (aside.why().toLowerCase(Locale.ROOT).contains(other.toLowerCase(Locale.ROOT))) {
                return List.of(scene.cited("Set aside as harmless: " + aside.why(), List.of(aside.line())));
            }
        }
        String term = SearchTopic.bare(other);
        Hits hits = SearchTopic.hits(scene, term);
        String none = "No hypothesis is about " + TalkScene.words(term);
        if (hits == null || hits.total() == 0) {
            return List.of(TalkScene.plain(none + ", and no line names it: nothing in the evidence speaks for it."));
        }
        return List.of(scene.cited(
                none + ", though " + TalkScene.count(hits.total(), "line") + " "
                        + (hits.total() == 1 ? "names" : "name") + " it" + TalkScene.shown(hits.total()),
                hits.lines()));
    }
}
