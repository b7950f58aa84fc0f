package io.troubleshooter.error;

/**
 * The one exception of the library: what failed, and what to do about it. Its texts never quote the input, since the
 * input may hold secrets; for the same reason an exception of a parser is never its cause.
 */
public final class TroubleshooterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller can do differently. */
    public enum Code {
        /** The source cannot be opened or read. */
        UNREADABLE_INPUT,
        /** The input is no text, or is empty. */
        UNUSABLE_INPUT,
        /** A setting, pattern, rule or pack is wrong. */
        INVALID_CONFIGURATION,
        /** A detector failed: nothing was passed on. */
        REDACTION_FAILED,
        /** What has to be stored could not be stored: nothing of it was kept. */
        STORE_UNAVAILABLE,
        /** Another writer was faster: what was based on an older state was not kept. */
        CONFLICT,
        /** A defect of this library. */
        INTERNAL
    }

    private final Code code;
    private final String advice;

    public TroubleshooterException(Code code, String message, String advice) {
        super(message);
        this.code = code;
        this.advice = advice;
    }

    public Code code() {
        return code;
    }

    /** What to do, as a sentence for the user. */
    public String advice() {
        return advice;
    }
}
