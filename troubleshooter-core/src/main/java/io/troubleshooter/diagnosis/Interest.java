package io.troubleshooter.diagnosis;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.redact.RedactedText;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the user asked about: candidates whose evidence speaks of it weigh a little more. */
final class Interest {

    private static final double PER_WORD = 0.1;
    private static final double MOST = 0.25;
    private static final Set<String> STOP = Set.of(
            "what",
            "when",
            "where",
            "which",
            "does",
            "with",
            "from",
            "this",
            "that",
            "have",
            "after",
            "before",
            "fail",
            "fails",
            "failed",
            "failing",
            "error",
            "errors",
            "wrong",
            "broken",
            "since",
            "happened",
            "cause",
            "caused",
            "problem",
            "there",
            "they",
            "them",
            "then",
            "were",
            "will",
            "would",
            "could",
            "should",
            "about");

    private final Set<String> words = new LinkedHashSet<>();

    Interest(@Nullable RedactedText question) {
        if (question == null) {
            return;
        }
        for (String word : question.toString().toLowerCase(Locale.ROOT).split("[^a-z0-9._-]+", -1)) {
            if (word.length() >= 4 && !STOP.contains(word)) {
                words.add(word);
            }
        }
    }

    double in(Candidate candidate) {
        if (words.isEmpty()) {
            return 0;
        }
        StringBuilder text = new StringBuilder(candidate.title()).append(' ').append(candidate.cause());
        for (Exemplar exemplar : candidate.evidence()) {
            text.append(' ').append(exemplar.text());
        }
        String all = text.toString().toLowerCase(Locale.ROOT);
        long found = words.stream().filter(all::contains).count();
        return Math.min(MOST, found * PER_WORD);
    }
}
