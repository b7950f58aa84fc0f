package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.TraceGroup;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reasoning where no rule knows the error: the earliest error that no finding covers, and the deepest cause of a stack
 * trace, each told in the words of its own message.
 */
final class UnexplainedErrors {

    private static final int MOST = 2;

    private final IncidentFrame frame;
    private final Coverage coverage;

    UnexplainedErrors(IncidentFrame frame, Coverage coverage) {
        this.frame = frame;
        this.coverage = coverage;
    }

    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        traces(candidates);
        groups(candidates);
        return candidates;
    }

    private void traces(List<Candidate> candidates) {
        for (TraceGroup trace : frame.traces()) {
            if (candidates.size() < MOST
                    && !coverage.covers(trace.exemplar())
                    && isFailure(trace.exemplar().level())) {
                candidates.add(of(trace));
            }
        }
    }

    private static boolean isFailure(Level level) {
        return level.isError() || level == Level.UNKNOWN || level == Level.WARN;
    }

    private static Candidate of(TraceGroup trace) {
        String cause = trace.cause().toString();
        String place = trace.culprit() == null ? "" : ", thrown in " + trace.culprit();
        return candidate(
                "generic/exception",
                Rule.Kind.CAUSE,
                trace.inApp() ? 0.42 : 0.38,
                trace.count(),
                trace.exemplar(),
                MessageParts.shortened(cause) + place,
                "No rule knows this exception. It is the deepest cause in the stack trace; what wraps it only passes it on.");
    }

    private void groups(List<Candidate> candidates) {
        List<EventGroup> uncovered = new ArrayList<>();
        for (EventGroup group : frame.groups()) {
            if (isError(group)
                    && !group.exemplars().isEmpty()
                    && !coverage.covers(group.exemplars().get(0))) {
                uncovered.add(group);
            }
        }
        uncovered.sort(new GravestFirst());
        for (EventGroup group : uncovered) {
            if (candidates.size() < MOST && !isTold(group, candidates)) {
                addNew(of(group), candidates);
            }
        }
    }

    private static void addNew(Candidate candidate, List<Candidate> candidates) {
        for (Candidate known : candidates) {
            if (known.title().equals(candidate.title())) {
                return;
            }
        }
        candidates.add(candidate);
    }

    private static boolean isTold(EventGroup group, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.first().overlaps(group.first())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isError(EventGroup group) {
        if (group.level() != Level.UNKNOWN) {
            return group.level().isError();
        }
        return FailureWords.in(group.template().toString()) && !countsNone(group);
    }

    /** A template hides numbers, and 0 errors are none. */
    private static boolean countsNone(EventGroup group) {
        return group.count() == 1
                && !group.exemplars().isEmpty()
                && !FailureWords.in(group.exemplars().get(0).text().toString());
    }

    private static Candidate of(EventGroup group) {
        Exemplar exemplar = group.exemplars().get(0);
        String message = exemplar.text().toString().lines().findFirst().orElse("");
        boolean isBare = MessageParts.isBare(message);
        double weight = group.level() == Level.FATAL ? 0.4 : group.level().isError() ? 0.3 : 0.2;
        return candidate(
                "generic/unexplained-error",
                isBare ? Rule.Kind.SYMPTOM : Rule.Kind.CAUSE,
                weight,
                group.count(),
                exemplar,
                isBare
                        ? MessageParts.shortened(message.strip())
                        : MessageParts.of(message).title(),
                isBare
                        ? "The message says that this failed, and not why."
                        : "No rule knows this error. It is the first of its kind here; its own words are the best lead.");
    }

    private static Candidate candidate(
            String id, Rule.Kind kind, double weight, long count, Exemplar exemplar, String title, String explanation) {
        return new Candidate(
                id,
                kind,
                weight,
                List.of(),
                count,
                exemplar.level(),
                exemplar.lines(),
                exemplar.lines(),
                exemplar.time(),
                exemplar.time(),
                List.of(exemplar),
                title,
                explanation,
                List.of(),
                List.of(new Diagnosis.Check(
                        "Look at what the same process logged in the minute before line "
                                + exemplar.lines().first(),
                        null,
                        "the first message that is new there",
                        "it is closer to the cause than this one")));
    }

    /** Whether findings already tell of an exemplar. */
    interface Coverage {
        boolean covers(Exemplar exemplar);
    }

    /** Errors, fatal ones in front, by the time and place of the first. */
    private static final class GravestFirst implements Comparator<EventGroup> {
        @Override
        public int compare(EventGroup a, EventGroup b) {
            int byLevel = Integer.compare(gravity(b), gravity(a));
            int byTime = byLevel != 0 ? byLevel : compare(a.firstTime(), b.firstTime());
            int bySource = byTime != 0
                    ? byTime
                    : a.first().source().compareTo(b.first().source());
            return bySource != 0
                    ? bySource
                    : Long.compare(a.first().first(), b.first().first());
        }

        private static int gravity(EventGroup group) {
            return group.level() == Level.FATAL ? 2 : group.level().isError() ? 1 : 0;
        }

        private static int compare(@Nullable Instant a, @Nullable Instant b) {
            if (a == null || b == null) {
                return Boolean.compare(a == null, b == null);
            }
            return a.compareTo(b);
        }
    }
}
