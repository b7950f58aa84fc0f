package io.troubleshooter;

import io.troubleshooter.input.LogSource;

/** Comes next. */
final class TemplateStream {
    private final Settings settings;

    TemplateStream(Settings settings) {
        this.settings = settings;
    }

    void read(LogSource source, Troubleshooter.TemplateSink sink) {
        throw new IllegalStateException("comes next " + settings + source.name());
    }
}
