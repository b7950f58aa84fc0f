package io.troubleshooter.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go panics with the goroutine that panicked, and the bare stacks that zap and others log. */
final class GoTraces {

    private static final byte[] PANIC = Ascii.bytes("panic: ");
    private static final byte[] FATAL = Ascii.bytes("fatal error: ");
    private static final byte[] GOROUTINE = Ascii.bytes("goroutine ");
    private static final byte[] GO_FILE = Ascii.bytes(".go:");

    private GoTraces() {}

    static boolean isStart(TraceLine line) {
        return line.starts(PANIC) || line.starts(FATAL) || line.starts(GOROUTINE);
    }

    /** Whether the line says where a function is: {@code /app/main.go:12 +0x1d}. */
    static boolean isPlace(TraceLine line) {
        return line.from > 0 && line.indexOf(GO_FILE) > 0;
    }

    static @Nullable StackTrace parse(List<TraceLine> lines, int first) {
        TraceBuilder builder = new TraceBuilder("go");
        TraceLine start = lines.get(first);
        int colon = Ascii.indexOf(start.b, ':', start.from, start.end);
        builder.thrown(start, start.from, colon, Ascii.skipBlanks(start.b, colon + 1, start.end), start.end);
        int goroutines = 0;
        for (int i = first; i < lines.size(); i++) {
            goroutines += lines.get(i).starts(GOROUTINE) ? 1 : 0;
            if (goroutines > 1) {
                break;
            }
            frame(lines, i, builder);
        }
        return builder.build(false, false);
    }

    static @Nullable StackTrace parseBare(List<TraceLine> lines, int firstPlace) {
        if (firstPlace == 0) {
            return null;
        }
        TraceBuilder builder = new TraceBuilder("go");
        TraceLine start = lines.get(firstPlace - 1);
        builder.thrown(start, start.from, start.from, start.end, start.end);
        for (int i = firstPlace; i < lines.size(); i++) {
            frame(lines, i, builder);
        }
        return builder.build(false, false);
    }

    private static void frame(List<TraceLine> lines, int index, TraceBuilder builder) {
        TraceLine place = lines.get(index);
        if (index == 0 || !isPlace(place)) {
            return;
        }
        TraceLine function = lines.get(index - 1);
        int colon = place.indexOf(GO_FILE) + GO_FILE.length - 1;
        int stop = Ascii.skipDigits(place.b, colon + 1, place.end);
        builder.frame(function, function.from, call(function), place, place.from, colon, place.numberBefore(stop));
    }

    /** The end of the function's name, before its arguments. */
    private static int call(TraceLine line) {
        int to = line.end;
        if (to > line.from && line.b[to - 1] == ')') {
            int depth = 0;
            for (int i = to - 1; i > line.from; i--) {
                depth += line.b[i] == ')' ? 1 : line.b[i] == '(' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return to;
    }
}
