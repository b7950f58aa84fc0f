package io.troubleshooter.evidence;

/** A pattern that cannot be used; the message says why and does not repeat it. */
public final class PatternException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PatternException(String message) {
        super(message, null, false, false);
    }
}
