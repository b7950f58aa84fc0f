package io.troubleshooter.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** PHP: {@code Uncaught Type: message in file:line} and numbered frames; {@code Next} names the outer exception. */
final class PhpTraces {

    private static final byte[] UNCAUGHT = Ascii.bytes("Uncaught ");
    private static final byte[] NEXT = Ascii.bytes("Next ");
    private static final byte[] IN = Ascii.bytes(" in /");

    private PhpTraces() {}

    static boolean isFrame(TraceLine line) {
        int digits = Ascii.skipDigits(line.b, line.from + 1, line.end);
        return digits > line.from + 1 && digits < line.end && line.b[digits] == ' ';
    }

    static @Nullable StackTrace parse(List<TraceLine> lines, int firstFrame) {
        TraceBuilder builder = new TraceBuilder("php");
        for (int i = 0; i < firstFrame; i++) {
            TraceLine line = lines.get(i);
            int uncaught = line.indexOf(UNCAUGHT);
            if (uncaught >= 0 || LevelInference.isThrown(line.b, line.from, line.end)) {
                thrown(line, uncaught < 0 ? line.from : uncaught + UNCAUGHT.length, builder);
                break;
            }
        }
        if (!builder.hasThrown()) {
            builder.thrown(lines.get(0), lines.get(0).from);
        }
        for (TraceLine line : lines.subList(firstFrame, lines.size())) {
            if (line.starts(NEXT)) {
                thrown(line, line.from + NEXT.length, builder);
            } else if (!line.isBlank() && line.b[line.from] == '#' && isFrame(line)) {
                frame(line, builder);
            }
        }
        return builder.build(true, false);
    }

    private static void thrown(TraceLine line, int from, TraceBuilder builder) {
        int colon = Ascii.indexOf(line.b, ':', from, line.end);
        int in = Ascii.indexOf(line.b, IN, from, line.end);
        int stop = in < 0 ? line.end : in;
        int to = colon < 0 || colon > stop ? stop : colon;
        builder.thrown(line, from, to, Math.min(stop, Ascii.skipBlanks(line.b, to + 1, line.end)), stop);
    }

    /** {@code #0 /app/x.php(3): f('a')} */
    private static void frame(TraceLine line, TraceBuilder builder) {
        int file = Ascii.skipDigits(line.b, line.from + 1, line.end) + 1;
        int close = Ascii.indexOf(line.b, ')', file, line.end);
        int open = Ascii.indexOf(line.b, '(', file, line.end);
        boolean placed = open > 0 && close > open && close + 1 < line.end && line.b[close + 1] == ':';
        if (!placed) {
            builder.frame(line, file, line.end, line.end, line.end, 0);
            return;
        }
        int from = Ascii.skipBlanks(line.b, close + 2, line.end);
        int arguments = Ascii.indexOf(line.b, '(', from, line.end);
        builder.frame(line, from, arguments < 0 ? line.end : arguments, file, open, line.numberBefore(close));
    }
}
