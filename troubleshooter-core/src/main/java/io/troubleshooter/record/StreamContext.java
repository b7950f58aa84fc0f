package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the streams of one source share. */
final class StreamContext {

    final RecordOptions options;
    final HeaderReader headers;
    final HeaderMatch match;
    final Consumer<LogRecord> sink;
    final String source;
    final SourceProfile profile;

    private final TimeScanner times;
    private @Nullable Line line;
    private long cutRecords;

    StreamContext(String source, SourceProfile profile, RecordOptions options, Consumer<LogRecord> sink) {
        this.source = source;
        this.profile = profile;
        this.options = options;
        this.sink = sink;
        this.times = new TimeScanner(options);
        this.match = new HeaderMatch(times);
        this.headers = new HeaderReader(profile.shape(), profile.inferred(), options.maxBytes());
    }

    Line line(RedactedText text) {
        Line known = line;
        if (known == null) {
            known = new Line(text);
            line = known;
        } else {
            known.set(text);
        }
        return known;
    }

    void recordCut() {
        cutRecords++;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(times.notes());
        if (cutRecords > 0) {
            notes.add(cutRecords + " records were longer than " + options.maxLines() + " lines or " + options.maxBytes()
                    + " bytes and were split.");
        }
        return notes;
    }
}
