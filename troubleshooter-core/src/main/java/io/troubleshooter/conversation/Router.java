package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.redact.RedactedText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses between the cheap and the strong model by what the frame shows, before any model is asked. */
final class Router {

    private static final double SURE = 0.6;
    private static final double CLOSE = 0.15;
    private static final int MANY_SOURCES = 3;
    private static final long MANY_LINES = 200_000;
    private static final int LONG_QUESTION = 240;
    private static final Set<String> HARD_WORDS =
            Set.of("root", "correlate", "correlation", "compare", "difference", "sequence", "relate", "chain");

    private Router() {}

    /**
     * A choice.
     *
     * @param reason one word with hyphens, for records
     * @param triage whether a small call first decides on looks at the evidence
     */
    record Route(boolean strong, String reason, boolean triage) {}

    static Route of(Inquiry inquiry) {
        Diagnosis offline = inquiry.file().offline();
        boolean asked = inquiry.question() != null;
        String hard = hard(offline, inquiry);
        if (hard != null) {
            return new Route(true, hard, true);
        }
        boolean quiet = offline.verdict() == Verdict.NO_INCIDENT;
        return new Route(false, quiet ? "nothing-stands-out" : "single-cause", asked);
    }

    private static @Nullable String hard(Diagnosis offline, Inquiry inquiry) {
        if (inquiry.feedback().stream().anyMatch(each -> !each.confirmed())) {
            return "answer-was-rejected";
        }
        if (isHard(inquiry.question())) {
            return "hard-question";
        }
        if (isLarge(offline.frame().sources())) {
            return "many-sources-or-lines";
        }
        return offline.verdict() == Verdict.NO_INCIDENT ? null : unclear(offline);
    }

    private static @Nullable String unclear(Diagnosis offline) {
        List<Hypothesis> causes = offline.hypotheses().stream()
                .filter(each -> each.followsFrom() == 0)
                .toList();
        if (causes.isEmpty() || causes.get(0).cause().startsWith("generic/")) {
            return "no-rule-knows-it";
        }
        if (causes.get(0).confidence() < SURE) {
            return "no-cause-is-sure";
        }
        boolean rivals =
                causes.size() > 1 && causes.get(0).confidence() - causes.get(1).confidence() < CLOSE;
        return rivals ? "causes-compete" : null;
    }

    private static boolean isLarge(List<SourceSummary> sources) {
        return sources.size() > MANY_SOURCES
                || sources.stream().mapToLong(SourceSummary::lines).sum() > MANY_LINES;
    }

    private static boolean isHard(@Nullable RedactedText question) {
        if (question == null) {
            return false;
        }
        String text = question.toString().toLowerCase(Locale.ROOT);
        if (question.length() > LONG_QUESTION
                || text.chars().filter(c -> c == '?').count() > 1) {
            return true;
        }
        for (String word : text.split("[^\\p{L}]+")) {
            if (HARD_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
