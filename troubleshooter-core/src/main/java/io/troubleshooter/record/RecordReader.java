package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import java.util.List;
import java.util.function.Consumer;

/** Assembles the records of one source from its lines, pushed in order. Not thread-safe. */
public final class RecordReader {

    private final Consumer<LogRecord> sink;

    /** @param source id of the source, {@code S1} */
    public RecordReader(String source, SourceProfile profile, RecordOptions options, Consumer<LogRecord> sink) {
        this.sink = sink;
    }

    /** @param number physical line number, from 1 */
    public void accept(RedactedText line, long number) {}

    /** Gives what is still being assembled; to be called at the end of the input, or when a stream goes quiet. */
    public void finish() {}

    /** What was assumed or cut, as sentences: year, zone, ... */
    public List<String> notes() {
        return List.of();
    }
}
