package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exception that a program caught and told of below the level of an error, just before errors without a known meaning
 * began: {@code INFO message put back: RangeError: Invalid time value}. What follows is often only its consequence.
 */
final class QuietForerunner {

    private static final List<String> ENDINGS = List.of("Error: ", "Exception: ");
    private static final double WEIGHT = 0.42;

    private final IncidentFrame frame;
    private final UnexplainedErrors.Coverage known;

    QuietForerunner(IncidentFrame frame, UnexplainedErrors.Coverage known) {
        this.frame = frame;
        this.known = known;
    }

    /** The last such line in front of what alarms; null where there is none, or where what alarms is known. */
    @Nullable
    Candidate before(List<Candidate> alarming) {
        Candidate first = firstUnknown(alarming);
        EventGroup nearest = null;
        for (EventGroup group : first == null ? List.<EventGroup>of() : frame.groups()) {
            boolean nearer =
                    nearest == null || group.first().first() > nearest.first().first();
            if (nearer && isQuiet(group) && isInFront(group, first)) {
                nearest = group;
            }
        }
        return nearest == null ? null : of(nearest);
    }

    private static @Nullable Candidate firstUnknown(List<Candidate> alarming) {
        Candidate first = null;
        for (Candidate candidate : alarming) {
            if (!candidate.cause().equals("generic/unexplained-error")) {
                return null;
            }
            first = first == null || candidate.isBefore(first) ? candidate : first;
        }
        return first;
    }

    private boolean isQuiet(EventGroup group) {
        return !group.level().isError()
                && group.level() != Level.UNKNOWN
                && !group.exemplars().isEmpty()
                && namesException(group.exemplars().get(0).text().toString())
                && !known.covers(group.exemplars().get(0));
    }

    /** A name in one word, with a capital in front, and a reason behind it. */
    private static boolean namesException(String message) {
        for (String ending : ENDINGS) {
            int at = message.indexOf(ending);
            boolean isName = at > 0 && Character.isLetter(message.charAt(at - 1));
            if (isName && at + ending.length() < message.length()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInFront(EventGroup group, @Nullable Candidate first) {
        return first != null
                && group.first().source().equals(first.first().source())
                && group.first().last() < first.first().first();
    }

    private static Candidate of(EventGroup group) {
        Exemplar exemplar = group.exemplars().get(0);
        return new Candidate(
                "generic/exception",
                Rule.Kind.CAUSE,
                WEIGHT,
                List.of("generic/unexplained-error"),
                group.count(),
                exemplar.level(),
                exemplar.lines(),
                exemplar.lines(),
                exemplar.time(),
                exemplar.time(),
                List.of(exemplar),
                MessageParts.shortened(exemplar.text().toString().strip()),
                "The program caught this exception and told of it quietly; the errors begin after it.",
                List.of(),
                List.of(new Diagnosis.Check(
                        "What became of the item that this line speaks of",
                        null,
                        "it is tried again, or missing later on",
                        "mend the item or the code that cannot read it")));
    }
}
