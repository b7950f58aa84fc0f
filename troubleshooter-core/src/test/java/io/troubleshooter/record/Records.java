package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Unredacted;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads records out of text, for tests. */
final class Records {

    /** The day on which the tests read logs. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    static final RecordOptions OPTIONS = options(ZoneOffset.UTC);

    private Records() {}

    static RecordOptions options(ZoneId zone) {
        return new RecordOptions(CLOCK, zone, 1_000, 1 << 20);
    }

    static List<LogRecord> of(String text) {
        return of(text, OPTIONS);
    }

    static List<LogRecord> of(String text, RecordOptions options) {
        List<RedactedText> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(Unredacted.text(line));
        }
        return read(lines, options, new ArrayList<>());
    }

    static List<LogRecord> read(List<RedactedText> lines, RecordOptions options, List<String> notes) {
        List<LogRecord> records = new ArrayList<>();
        SourceProfile profile = SourceProfile.of(lines.subList(0, Math.min(SourceProfile.HEAD_LINES, lines.size())));
        RecordReader reader = new RecordReader("S1", profile, options, records::add);
        for (int i = 0; i < lines.size(); i++) {
            reader.accept(lines.get(i), i + 1L);
        }
        reader.finish();
        notes.addAll(reader.notes());
        return records;
    }
}
