package io.troubleshooter.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ruby: {@code f.rb:1:in 'm': message (Type)} and its frames, or the frames that Rails logs below a message. */
final class RubyTraces {

    private static final byte[] FROM = Ascii.bytes("from ");
    private static final byte[] IN = Ascii.bytes(":in ");
    private static final byte[] FILE = Ascii.bytes(".rb:");

    private RubyTraces() {}

    static boolean isFrame(TraceLine line) {
        int in = line.indexOf(IN);
        return in > 0 && Ascii.isDigit(line.b[in - 1]) && line.indexOf(FILE) > 0;
    }

    static @Nullable StackTrace parse(List<TraceLine> lines, int first) {
        TraceBuilder builder = new TraceBuilder("ruby");
        thrown(lines, first, builder);
        for (TraceLine line : lines.subList(first, lines.size())) {
            if (isFrame(line)) {
                frame(line, builder);
            }
        }
        return builder.build(false, false);
    }

    private static void thrown(List<TraceLine> lines, int first, TraceBuilder builder) {
        TraceLine line = lines.get(first);
        int message = afterFunction(line);
        if (message < line.end && line.b[line.end - 1] == ')') {
            int open = line.end - 1;
            while (open > message && line.b[open] != '(') {
                open--;
            }
            builder.thrown(line, open + 1, line.end - 1, message, Ascii.trimEnd(line.b, message, open));
        } else if (first > 0) {
            rails(lines.get(first - 1).isBlank() && first > 1 ? lines.get(first - 2) : lines.get(first - 1), builder);
        } else {
            builder.thrown(line, line.from, line.from, line.end, line.end);
        }
    }

    // "ActiveRecord::RecordNotFound (Couldn't find it):"
    private static void rails(TraceLine line, TraceBuilder builder) {
        int open = Ascii.indexOf(line.b, '(', line.from, line.end);
        if (open > line.from && Ascii.isBlank(line.b[open - 1])) {
            int close = line.end;
            while (close > open && line.b[close - 1] != ')') {
                close--;
            }
            builder.thrown(line, line.from, open - 1, open + 1, Math.max(open + 1, close - 1));
        } else {
            builder.thrown(line, line.from);
        }
    }

    /** Where the text behind {@code in 'm': } begins; the line's end where there is none. */
    private static int afterFunction(TraceLine line) {
        int name = line.indexOf(IN) + IN.length;
        for (int i = name; i + 1 < line.end; i++) {
            if (line.b[i] == ':' && line.b[i + 1] == ' ' && line.b[i - 1] == '\'') {
                return i + 2;
            }
        }
        return line.end;
    }

    private static void frame(TraceLine line, TraceBuilder builder) {
        int from = line.starts(FROM) ? line.from + FROM.length : line.from;
        int in = line.indexOf(IN);
        int digits = line.digitsBefore(in);
        int name = Math.min(in + IN.length + 1, line.end);
        int stop = Ascii.indexOf(line.b, '\'', name, line.end);
        builder.frame(line, name, stop < 0 ? line.end : stop, from, Math.max(from, digits - 1), line.numberBefore(in));
    }
}
