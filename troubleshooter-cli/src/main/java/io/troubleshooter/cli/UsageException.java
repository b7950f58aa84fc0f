package io.troubleshooter.cli;

/** The command line or a setting is wrong: what was typed, and what may have been meant. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    UsageException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
