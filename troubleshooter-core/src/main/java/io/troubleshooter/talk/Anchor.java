package io.troubleshooter.talk;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.evidence.Hits;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment that the user names by what happened then.
 *
 * @param line where it stands
 */
record Anchor(Instant time, LineRef line) {

    private static final Pattern INCIDENT = Pattern.compile(
            "^(?:the |this |that |first |very )*(?:it|this|that|error|errors|failure|failures|incident|outage|problem|issue|"
                    + "crash|trouble|start|begin\\w*|everything|happen\\w*|fail\\w*|broke\\w*|things|first|then|hand|now)?"
                    + "(?: (?:happened|started|began|broke|failed|occurred|stopped|went \\w+|was \\w+|start|begin|happen))?$");

    private static final Set<String> COMMON = Set.of(
            "the",
            "and",
            "for",
            "was",
            "were",
            "with",
            "that",
            "this",
            "from",
            "into",
            "got",
            "has",
            "had",
            "did",
            "does",
            "when",
            "error",
            "errors",
            "failed",
            "fail",
            "failure",
            "happened",
            "started",
            "start",
            "began",
            "first");

    /** The moment meant by a phrase; null where nothing in the evidence fits it. */
    static @Nullable Anchor of(TalkScene scene, String phrase) {
        String lower = phrase.toLowerCase(Locale.ROOT).strip();
        if (INCIDENT.matcher(lower).find()) {
            return StartTopic.anchor(scene);
        }
        Hypothesis meant = hypothesis(scene, lower);
        Anchor first = meant == null ? null : StartTopic.first(scene, meant);
        return first != null ? first : found(scene, lower);
    }

    /** The hypothesis whose words the phrase has most of; null where it has none. */
    static @Nullable Hypothesis hypothesis(TalkScene scene, String phrase) {
        Hypothesis best = null;
        int most = 0;
        for (Hypothesis hypothesis : scene.shown().hypotheses()) {
            int shared = shared(words(phrase), words(hypothesis.cause() + " " + hypothesis.title()));
            if (shared > most) {
                most = shared;
                best = hypothesis;
            }
        }
        return best;
    }

    /** The words that tell something. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (word.length() >= 3 && !COMMON.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    private static int shared(List<String> some, List<String> others) {
        int shared = 0;
        for (String word : some) {
            shared += others.stream().anyMatch(other -> alike(word, other)) ? 1 : 0;
        }
        return shared;
    }

    /** The same but for an ending: connection, connections, connecting. */
    private static boolean alike(String a, String b) {
        int stem = Math.min(Math.max(3, Math.min(a.length(), b.length()) - 3), 6);
        return a.equals(b) || stem >= 4 && a.length() > 3 && b.length() > 3 && a.regionMatches(0, b, 0, stem);
    }

    private static @Nullable Anchor found(TalkScene scene, String phrase) {
        List<String> terms = new ArrayList<>(List.of(SearchTopic.bare(phrase)));
        words(phrase).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(terms::add);
        for (String term : terms) {
            Hits hits = SearchTopic.hits(scene, term);
            for (LineRef line : hits == null ? List.<LineRef>of() : hits.lines()) {
                Instant time = scene.evidence().timeOf(line.source(), line.first());
                if (time != null) {
                    return new Anchor(time, line);
                }
            }
        }
        return null;
    }
}
