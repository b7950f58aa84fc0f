package io.troubleshooter.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python tracebacks: callers first, chained ones with the cause first, groups behind bars. */
final class PythonTraces {

    private static final byte[] START = Ascii.bytes("Traceback (most recent call last)");
    private static final byte[] GROUP = Ascii.bytes("Exception Group Traceback");
    private static final byte[] FILE = Ascii.bytes("File \"");
    private static final byte[] LINE = Ascii.bytes("\", line ");
    private static final byte[] IN = Ascii.bytes(", in ");

    private PythonTraces() {}

    static boolean isStart(TraceLine line) {
        return line.indexOf(START) >= 0;
    }

    static @Nullable StackTrace parse(List<TraceLine> lines, int first) {
        TraceBuilder builder = new TraceBuilder("python");
        boolean group = lines.get(first).indexOf(GROUP) >= 0;
        boolean open = false;
        for (TraceLine line : lines.subList(first, lines.size())) {
            int from = afterBars(line);
            if (isStart(line)) {
                open = true;
            } else if (open && Ascii.startsWith(line.b, from, line.end, FILE)) {
                frame(line, from, builder);
            } else if (open && isException(line, from)) {
                builder.thrown(line, from);
                builder.adoptWaiting();
                open = false;
            }
        }
        return builder.build(!group, true);
    }

    private static int afterBars(TraceLine line) {
        int from = line.from;
        while (from < line.end && (line.b[from] == '|' || line.b[from] == '+' || Ascii.isBlank(line.b[from]))) {
            from++;
        }
        return from;
    }

    // The source lines between the frames are indented deeper than the frames; the exception is not indented at all.
    private static boolean isException(TraceLine line, int from) {
        boolean bar = from > line.from;
        int indentation = bar ? from - line.from - 2 : from;
        if (from >= line.end || indentation > 1 || !Ascii.isLetter(line.b[from])) {
            return false;
        }
        int name = Ascii.skipName(line.b, from, line.end);
        return name == line.end || line.b[name] == ':';
    }

    private static void frame(TraceLine line, int from, TraceBuilder builder) {
        int file = from + FILE.length;
        int quote = Ascii.indexOf(line.b, LINE, file, line.end);
        if (quote < 0) {
            return;
        }
        int digits = quote + LINE.length;
        int stop = Ascii.skipDigits(line.b, digits, line.end);
        int in = Ascii.startsWith(line.b, stop, line.end, IN) ? stop + IN.length : stop;
        int number = stop > digits && stop - digits < 9 ? TimeScanner.number(line.b, digits, stop) : 0;
        builder.await(line, in, line.end, file, quote, number);
    }
}
