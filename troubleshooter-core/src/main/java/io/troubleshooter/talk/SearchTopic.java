package io.troubleshooter.talk;

import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.evidence.Hits;
import io.troubleshooter.evidence.LinePattern;
import io.troubleshooter.evidence.PatternException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "search foo", "grep foo", "is there any foo", "where is foo mentioned". */
final class SearchTopic implements Topic {

    private static final Pattern COMMAND = Pattern.compile(
            "^(?:please |can you |could you )?(?:search(?: for)?|grep(?: for)?|find(?: me)?|look(?:ing)? for|locate) (.+)$");
    private static final Pattern ANY = Pattern.compile(
            "\\b(?:is|are|was|were) there (?:any|a|an|some)?\\s?(?:mentions? of |lines? (?:with|containing|about) |"
                    + "signs? of |traces? of )?(.+)$");
    private static final Pattern WHERE = Pattern.compile(
            "\\b(?:where (?:is|are|was|were|do i see|does)|mentions? of|lines? (?:with|containing)) (.+?)"
                    + "(?: mentioned| appear| occur| logged| used)?$");
    private static final Pattern EDGES =
            Pattern.compile("(?i)^(?:the|a|an|any|all|lines? (?:with|containing)|occurrences? of|mentions? of) |"
                    + " (?:in|from) (?:the |these |this |my )?(?:logs?|lines?|files?|evidence|output)$| please$");

    @Override
    public List<Statement> answer(TalkScene scene, Question question) {
        String term = term(question);
        return term == null ? List.of() : List.of(search(scene, term));
    }

    /** What is asked about by other words than those that stand in the log. */
    private static final Pattern NO_TERM = Pattern.compile(
            "^(?:the |an? |any |it\\b|out\\b)*(?:anything|something|errors?|warnings?|exceptions?|failures?|fix(?:es)?|way|"
                    + "problems?|issues?|incidents?|deploy\\w*|restarts?|gaps?|changes?|root causes?|causes?|reasons?|what|why|how|"
                    + "cause|culprit)\\b| (?:before|after|around|between|since|until|when) |^(?:it|this|that|out)\\b");

    private static @Nullable String term(Question question) {
        for (Pattern pattern : List.of(COMMAND, ANY, WHERE)) {
            String part = question.part(pattern);
            if (part != null && !NO_TERM.matcher(part.toLowerCase(Locale.ROOT)).find()) {
                String quoted = question.quoted();
                return quoted != null ? quoted : bare(part);
            }
        }
        return null;
    }

    /** Without the small words around it. */
    static String bare(String part) {
        String term = part;
        for (int i = 0; i < 4; i++) {
            term = EDGES.matcher(term).replaceAll("").strip();
        }
        return term.isEmpty() ? part : term;
    }

    private static Statement search(TalkScene scene, String term) {
        Hits hits = hits(scene, term);
        if (hits == null) {
            return TalkScene.plain("That cannot be searched for: give a word or a few.");
        }
        if (hits.total() == 0 && term.length() > 4 && term.endsWith("s")) {
            return search(scene, term.substring(0, term.length() - 1));
        }
        if (hits.total() == 0) {
            return TalkScene.plain("No line contains " + TalkScene.words(term) + ".");
        }
        String lines = TalkScene.count(hits.total(), "line");
        return scene.cited(
                lines + " " + (hits.total() == 1 ? "contains " : "contain ") + TalkScene.words(term)
                        + TalkScene.shown(hits.total()),
                hits.lines());
    }

    static @Nullable Hits hits(TalkScene scene, String term) {
        try {
            EvidenceQuery query = EvidenceQuery.ALL.words(LinePattern.literal(term));
            return scene.evidence().search(query, TalkScene.LINES, TalkScene.NEVER);
        } catch (PatternException unusable) {
            return null;
        }
    }
}
