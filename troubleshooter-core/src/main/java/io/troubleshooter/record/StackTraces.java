package io.troubleshooter.record;

import org.jspecify.annotations.Nullable;

/** Finds the stack trace of a record, in its text or in a field. */
final class StackTraces {

    private StackTraces() {}

    static @Nullable StackTrace find(LogRecord record) {
        return null;
    }
}
