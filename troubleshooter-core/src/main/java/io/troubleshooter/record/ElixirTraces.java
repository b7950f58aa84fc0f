package io.troubleshooter.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elixir: {@code ** (Type) message} and frames {@code (app 1.0) lib/f.ex:12: M.f/1}. */
final class ElixirTraces {

    private static final byte[] START = Ascii.bytes("** (");
    private static final byte[] FILE = Ascii.bytes(".ex");
    private static final byte[] PLACE = Ascii.bytes(": ");

    private ElixirTraces() {}

    static boolean isStart(TraceLine line) {
        return line.starts(START) && Ascii.indexOf(line.b, ')', line.from, line.end) > 0;
    }

    static @Nullable StackTrace parse(List<TraceLine> lines, int first) {
        TraceBuilder builder = new TraceBuilder("elixir");
        TraceLine start = lines.get(first);
        int close = Ascii.indexOf(start.b, ')', start.from, start.end);
        int message = Ascii.skipBlanks(start.b, close + 1, start.end);
        builder.thrown(start, start.from + START.length, close, message, start.end);
        for (TraceLine line : lines.subList(first + 1, lines.size())) {
            frame(line, builder);
        }
        return builder.build(false, false);
    }

    private static void frame(TraceLine line, TraceBuilder builder) {
        int colon = line.indexOf(PLACE);
        if (colon < 0 || line.indexOf(FILE) < 0 || line.from == 0) {
            return;
        }
        int digits = line.digitsBefore(colon);
        builder.frame(
                line,
                colon + PLACE.length,
                line.end,
                line.from,
                Math.max(line.from, digits - 1),
                line.numberBefore(colon));
    }
}
