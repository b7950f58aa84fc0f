package io.troubleshooter.record;

import org.jspecify.annotations.Nullable;

/** Which format read the last line of a stream, and how many in a row. */
final class FormatMemory {

    private @Nullable LineFormat last;
    private int streak;

    @Nullable
    LineFormat last() {
        return last;
    }

    int streak() {
        return streak;
    }

    void remember(LineFormat format) {
        streak = format == last ? streak + 1 : 0;
        last = format;
    }
}
