package io.troubleshooter.aws.cloudwatch;

/** An operation cannot go on: ends the reading, not the result. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Reason {
        CANCELLED,
        TIME,
        CALLS
    }

    private final Reason reason;

    Stopped(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
