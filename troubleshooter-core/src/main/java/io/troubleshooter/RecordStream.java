package io.troubleshooter;

import io.troubleshooter.input.LogSource;

/** Comes next. */
final class RecordStream {
    private final Settings settings;

    RecordStream(Settings settings) {
        this.settings = settings;
    }

    void read(LogSource source, java.util.function.Consumer<io.troubleshooter.record.LogRecord> sink) {
        throw new IllegalStateException("comes next " + settings + source.name());
    }
}
