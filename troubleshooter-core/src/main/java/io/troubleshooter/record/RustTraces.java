package io.troubleshooter.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rust panics, with the message on the next line (since 1.73) or in quotes before the place. */
final class RustTraces {

    private static final byte[] PANICKED = Ascii.bytes("' panicked at ");
    private static final byte[] AT = Ascii.bytes("at ");

    private RustTraces() {}

    static boolean isStart(TraceLine line) {
        return line.indexOf(PANICKED) > 0;
    }

    static @Nullable StackTrace parse(List<TraceLine> lines, int first) {
        TraceBuilder builder = new TraceBuilder("rust");
        TraceLine start = lines.get(first);
        int place = start.indexOf(PANICKED) + PANICKED.length;
        int type = start.indexOf(PANICKED) + 2;
        if (start.b[start.end - 1] == ':' && first + 1 < lines.size()) {
            TraceLine message = lines.get(first + 1);
            builder.thrown(start.slice(type, type + 8), message.slice(message.from, message.end), start.number);
        } else {
            int quote = start.b[Math.min(place, start.end - 1)] == '\'' ? lastQuote(start) : -1;
            boolean quoted = quote > place;
            builder.thrown(start, type, type + 8, quoted ? place + 1 : place, quoted ? quote : start.end);
        }
        for (int i = first + 1; i < lines.size(); i++) {
            frame(lines, i, builder);
        }
        return builder.build(false, false);
    }

    private static int lastQuote(TraceLine line) {
        int i = line.end - 1;
        while (i > line.from && line.b[i] != '\'') {
            i--;
        }
        return i;
    }

    /** {@code 3: my_app::run} and below it {@code at ./src/main.rs:12:5} */
    private static void frame(List<TraceLine> lines, int index, TraceBuilder builder) {
        TraceLine line = lines.get(index);
        int digits = Ascii.skipDigits(line.b, line.from, line.end);
        if (digits == line.from || digits + 1 >= line.end || line.b[digits] != ':' || line.b[digits + 1] != ' ') {
            return;
        }
        int from = digits + 2;
        TraceLine place = index + 1 < lines.size() ? lines.get(index + 1) : line;
        if (place.starts(AT)) {
            int column = place.digitsBefore(place.end) - 1;
            int number = place.digitsBefore(Math.max(column, place.from)) - 1;
            int file = place.from + AT.length;
            builder.frame(line, from, line.end, place, file, Math.max(file, number), place.numberBefore(column));
        } else {
            builder.frame(line, from, line.end, line.end, line.end, 0);
        }
    }
}
