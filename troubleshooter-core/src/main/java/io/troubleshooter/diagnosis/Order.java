package io.troubleshooter.diagnosis;

import java.time.Duration;

/** Which of two candidates can have led to the other, by time where both have one, else by place in their source. */
final class Order {

    /** Supervisors look now and then, clocks of two machines differ, and lines wait in buffers. */
    private static final Duration LATE = Duration.ofSeconds(60);

    private static final int TRACE = 8;

    private Order() {}

    /** Whether one of the two surely came first; lines of one trace stand close together in an order of their own. */
    static boolean isKnown(Candidate a, Candidate b) {
        boolean timed =
                a.firstTime() != null && b.firstTime() != null && !a.firstTime().equals(b.firstTime());
        boolean apart = Math.abs(a.first().first() - b.first().first()) > TRACE;
        return timed || apart && a.first().source().equals(b.first().source());
    }

    static boolean isInFront(Candidate cause, Candidate effect) {
        return cause.first().source().equals(effect.first().source()) && cause.isBefore(effect);
    }

    /**
     * Whether the one may be a consequence of the other.
     *
     * @param toldLate whether the cause may be told of after its effects also in their own source
     */
    static boolean allows(Candidate cause, Candidate effect, boolean toldLate) {
        if (cause.first().overlaps(effect.first())) {
            return false;
        }
        if (!effect.isBefore(cause)) {
            return true;
        }
        boolean sameSource = cause.first().source().equals(effect.first().source());
        return cause.firstTime() != null
                && effect.firstTime() != null
                && (toldLate || !sameSource)
                && !cause.firstTime().isAfter(effect.firstTime().plus(LATE));
    }
}
