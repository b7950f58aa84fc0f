package io.troubleshooter.diagnosis;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import java.util.List;
import java.util.Locale;

/**
 * Whether a candidate is worth waking somebody. Software prints errors all day that nobody needs to act on; a mark has
 * to be the more specific, the more harmless the level under which it is printed.
 */
final class Alarm {

    private static final List<String> RETRIES =
            List.of("retry", "retries", "attempt", "will try again", "backing off", "reconnect", "requeue");

    private final Setting setting;

    Alarm(Setting setting) {
        this.setting = setting;
    }

    boolean isRaisedBy(Candidate candidate) {
        return candidate.weight() >= needed(candidate)
                && !isOver(candidate)
                && !isStray(candidate)
                && !isPassing(candidate);
    }

    /** The weight that a candidate needs at its level. */
    private double needed(Candidate candidate) {
        boolean paste = setting.isPaste();
        double needed = switch (candidate.level()) {
            case FATAL, ERROR -> 0;
            case UNKNOWN -> paste ? 0 : 0.3;
            case WARN -> paste ? 0.2 : 0.5;
            case INFO -> paste ? 0.5 : 0.7;
            case DEBUG, TRACE -> paste ? 0.6 : 0.8;
        };
        return candidate.isCause() ? needed : needed + 0.1;
    }

    /** The run succeeded all the same, or it was retried and then it went well. */
    private boolean isOver(Candidate candidate) {
        boolean overcome = candidate.weight() < 0.9 && setting.succeedsAfter(candidate);
        return overcome || setting.endsInSuccessAfter(candidate) || isRetried(candidate);
    }

    private boolean isRetried(Candidate candidate) {
        // A program that itself calls it no more than a warning may be believed when it is over.
        return candidate.weight() < (candidate.level() == Level.WARN ? 0.9 : 0.8)
                && candidate.level() != Level.FATAL
                && candidate.count() <= 10
                && setting.recoversAfter(candidate)
                && (candidate.evidence().stream().anyMatch(Alarm::speaksOfRetry)
                        || !setting.isPaste()
                        || setting.reconnectsAfter(candidate));
    }

    private static boolean speaksOfRetry(Exemplar exemplar) {
        String text = exemplar.text().toString().toLowerCase(Locale.ROOT);
        return RETRIES.stream().anyMatch(text::contains);
    }

    /** One or two lines without a known meaning in a long log that goes on as if nothing had been. */
    private boolean isStray(Candidate candidate) {
        return candidate.isGeneric()
                && candidate.level() != Level.FATAL
                && candidate.count() <= 2
                && setting.errorsAreRare();
    }

    /** A mark of little weight, or one that its program calls a warning, that is seen once or twice, and work goes on. */
    private boolean isPassing(Candidate candidate) {
        if (candidate.count() > 2) {
            return false;
        }
        if (candidate.weight() > 0.5) {
            return candidate.weight() < 0.9
                    && !candidate.level().isError()
                    && candidate.level() != Level.UNKNOWN
                    && setting.isFreeOfErrors()
                    && setting.isAmidRoutine(candidate);
        }
        return switch (candidate.level()) {
            case FATAL, UNKNOWN -> false;
            case ERROR -> (!candidate.isGeneric() || !setting.isPaste()) && setting.isAmidRoutine(candidate);
            case WARN, INFO, DEBUG, TRACE -> setting.goesOnAfter(candidate);
        };
    }
}
