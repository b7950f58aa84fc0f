package io.troubleshooter;

import io.troubleshooter.input.LogSource;
import io.troubleshooter.redact.RedactedBlock;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.RevealMap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes a source redacted, line for line. */
final class RedactStream {

    private final Settings settings;

    RedactStream(Settings settings) {
        this.settings = settings;
    }

    RedactionSummary copy(LogSource source, OutputStream out) {
        return new LineStream(settings).read(source, block -> write(block, out));
    }

    RedactionSummary copy(LogSource source, OutputStream out, RevealMap reveals) {
        RedactionSession session = RedactionSession.createReversible(settings.redaction(), reveals);
        return new LineStream(settings).read(source, session, block -> write(block, out));
    }

    private static void write(RedactedBlock block, OutputStream out) {
        try {
            block.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
