package io.troubleshooter;

import io.troubleshooter.input.BlockReader;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.input.RawBlock;
import io.troubleshooter.normalize.Normalizer;
import io.troubleshooter.redact.RedactedBlock;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.Redactor;
import java.util.function.Consumer;

/** A source from its beginning to its end through one redactor, for the commands that show every line. */
final class LineStream {

    private final Settings settings;

    LineStream(Settings settings) {
        this.settings = settings;
    }

    RedactionSummary read(LogSource source, Consumer<RedactedBlock> sink) {
        return read(source, RedactionSession.create(settings.redaction()), sink);
    }

    RedactionSummary read(LogSource source, RedactionSession session, Consumer<RedactedBlock> sink) {
        Redactor redactor = session.newRedactor();
        for (LogSource file : Sources.behind(source)) {
            read(file, redactor, sink);
        }
        session.adopt(redactor);
        return redactor.summary();
    }

    private void read(LogSource source, Redactor redactor, Consumer<RedactedBlock> sink) {
        Normalizer normalizer = new Normalizer();
        try (BlockReader blocks = BlockReader.open(source, settings.inputLimits())) {
            RawBlock block;
            while ((block = blocks.next()) != null) {
                sink.accept(redactor.redact(normalizer.normalize(block)));
            }
        }
    }
}
