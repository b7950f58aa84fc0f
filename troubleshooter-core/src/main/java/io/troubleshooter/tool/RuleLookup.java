package io.troubleshooter.tool;

import io.troubleshooter.rule.Rule;
import io.troubleshooter.rule.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds rules by words. */
public final class RuleLookup {

    private static final int TITLE = 3;
    private static final int MIN_WORD = 3;
    private static final Set<String> COMMON = Set.of(
            "the", "and", "for", "are", "was", "were", "with", "what", "why", "how", "does", "did", "can", "from",
            "not", "this", "that", "has", "have", "failed", "error", "fails", "failure");

    private RuleLookup() {}

    private record Scored(Rule rule, double score) {}

    /**
     * The rule of that id, else the rules that have most of the words in their title, id or explanation.
     *
     * @param max rules to give
     */
    public static List<Rule> find(RuleSet rules, String words, int max) {
        Rule exact = rules.get(words.strip());
        if (exact != null) {
            return List.of(exact);
        }
        Set<String> wanted = words(words);
        List<Scored> scored = new ArrayList<>();
        for (String id : rules.ids()) {
            Rule rule = rules.get(id);
            double score = rule == null ? 0 : score(rule, wanted);
            if (rule != null && score > 0) {
                scored.add(new Scored(rule, score));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored.stream().limit(max).map(Scored::rule).toList();
    }

    private static double score(Rule rule, Set<String> wanted) {
        Set<String> title = words(rule.id() + " " + rule.title());
        Set<String> rest = words(rule.explanation());
        double score = 0;
        int found = 0;
        for (String word : wanted) {
            boolean inTitle = title.contains(word);
            score += inTitle ? TITLE : rest.contains(word) ? 1 : 0;
            found += inTitle || rest.contains(word) ? 1 : 0;
        }
        return found * 2 < wanted.size() ? 0 : score - title.size() / 100.0;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (word.length() >= MIN_WORD && !COMMON.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
