package io.troubleshooter.record;

/** Severity, ordered, as the common loggers agree on it; {@link #UNKNOWN} where a record names none. */
public enum Level {
    UNKNOWN,
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL;

    /** Whether a person would call this record an error. */
    public boolean isError() {
        return compareTo(ERROR) >= 0;
    }

    public boolean isAtLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
