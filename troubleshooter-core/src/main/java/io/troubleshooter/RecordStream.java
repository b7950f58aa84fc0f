package io.troubleshooter;

import io.troubleshooter.input.LogSource;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.record.RecordReader;
import io.troubleshooter.record.SourceProfile;
import io.troubleshooter.redact.RedactedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The records of a source, in order, once its first blocks have told what it looks like. */
final class RecordStream {

    private final Settings settings;
    private final Consumer<LogRecord> sink;
    private final List<RedactedBlock> head = new ArrayList<>();
    private int headLines;
    private @Nullable RecordReader reader;

    RecordStream(Settings settings, Consumer<LogRecord> sink) {
        this.settings = settings;
        this.sink = sink;
    }

    void read(LogSource source) {
        new LineStream(settings).read(source, this::accept);
        open().finish();
    }

    private void accept(RedactedBlock block) {
        if (reader != null) {
            pass(reader, block);
            return;
        }
        head.add(block);
        headLines += block.lines();
        if (headLines >= SourceProfile.HEAD_LINES) {
            open();
        }
    }

    private RecordReader open() {
        if (reader == null) {
            SourceProfile profile = SourceProfile.of(Part.head(head, SourceProfile.HEAD_LINES));
            RecordReader opened = new RecordReader("S1", profile, settings.recordOptions(), sink);
            head.forEach(block -> pass(opened, block));
            head.clear();
            reader = opened;
        }
        return reader;
    }

    private static void pass(RecordReader reader, RedactedBlock block) {
        for (int i = 0; i < block.lines(); i++) {
            reader.accept(block.line(i), block.number(i));
        }
    }
}
