package io.troubleshooter;

import io.troubleshooter.input.LogSource;

/** Comes next. */
final class RedactStream {
    private final Settings settings;

    RedactStream(Settings settings) {
        this.settings = settings;
    }

    io.troubleshooter.redact.RedactionSummary copy(LogSource source, java.io.OutputStream out) {
        throw new IllegalStateException("comes next " + settings + source.name());
    }
}
