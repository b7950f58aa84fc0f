package io.troubleshooter.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traces whose frames begin with {@code at}: Java, Node and .NET. */
final class AtTraces {

    private static final byte[] AT = Ascii.bytes("at ");
    private static final byte[] IN = Ascii.bytes(") in ");
    private static final byte[] LINE = Ascii.bytes(":line ");
    private static final byte[] CAUSED = Ascii.bytes("Caused by: ");
    private static final byte[] SUPPRESSED = Ascii.bytes("Suppressed: ");
    private static final byte[] INNER = Ascii.bytes("---> ");
    private static final byte[] END_OF_INNER = Ascii.bytes("--- End of inner");
    private static final byte[] CAUSE = Ascii.bytes("[cause]: ");
    private static final byte[] ASYNC = Ascii.bytes("async ");
    private static final byte[] NATIVE = Ascii.bytes("(Native Method)");
    private static final byte[] UNKNOWN = Ascii.bytes("(Unknown Source)");
    private static final byte[][] BEFORE_NAME = {
        Ascii.bytes("Exception in thread "), Ascii.bytes("Unhandled exception. "), Ascii.bytes("Uncaught "),
    };

    private AtTraces() {}

    static boolean isFrame(TraceLine line) {
        return line.starts(AT) && line.end - line.from > 5 && language(line) != null;
    }

    static @Nullable StackTrace parse(List<TraceLine> lines, int firstFrame) {
        String language = language(lines.get(firstFrame));
        TraceBuilder builder = new TraceBuilder(language == null ? "java" : language);
        head(lines, firstFrame, builder);
        for (TraceLine line : lines.subList(firstFrame, lines.size())) {
            if (!line.isBlank()) {
                next(line, builder);
            }
        }
        return builder.build(false, false);
    }

    /** The exception is the last line before the frames that begins with the name of one. */
    private static void head(List<TraceLine> lines, int firstFrame, TraceBuilder builder) {
        for (int i = firstFrame - 1; i >= 0; i--) {
            TraceLine line = lines.get(i);
            int from = afterWords(line);
            if (LevelInference.isThrown(line.b, from, line.end)) {
                chain(lines, i, from, builder);
                return;
            }
        }
        TraceLine line = lines.get(Math.max(0, firstFrame - 1));
        builder.thrown(line, afterWords(line));
    }

    // .NET names the inner exceptions behind the outer one, before the frames of any.
    private static void chain(List<TraceLine> lines, int index, int from, TraceBuilder builder) {
        boolean inner = lines.get(index).starts(INNER);
        if (inner && index > 0) {
            int outer = index - 1;
            while (outer > 0 && lines.get(outer).starts(INNER)) {
                outer--;
            }
            builder.thrown(lines.get(outer), afterWords(lines.get(outer)));
            for (int i = outer + 1; i < index; i++) {
                builder.thrown(lines.get(i), afterWords(lines.get(i)));
            }
        }
        builder.thrown(lines.get(index), from);
    }

    private static int afterWords(TraceLine line) {
        int from = line.starts(INNER) ? line.from + INNER.length : line.from;
        for (byte[] words : BEFORE_NAME) {
            if (Ascii.startsWith(line.b, from, line.end, words)) {
                from += words.length;
            }
        }
        if (from < line.end && line.b[from] == '"') {
            int quoted = JsonScanner.skipString(line.b, from, line.end);
            from = quoted < 0 ? from : Ascii.skipBlanks(line.b, quoted, line.end);
        }
        return from;
    }

    private static void next(TraceLine line, TraceBuilder builder) {
        if (line.starts(AT)) {
            frame(line, builder);
        } else if (line.starts(CAUSED)) {
            builder.thrown(line, line.from + CAUSED.length);
        } else if (line.starts(INNER)) {
            builder.thrown(line, line.from + INNER.length);
        } else if (line.starts(CAUSE)) {
            builder.thrown(line, line.from + CAUSE.length);
        } else if (line.starts(SUPPRESSED)) {
            builder.ignoreFrames();
        } else if (line.starts(END_OF_INNER)) {
            builder.outer();
        }
    }

    private static void frame(TraceLine line, TraceBuilder builder) {
        String language = language(line);
        if ("node".equals(language)) {
            node(line, builder);
        } else if ("dotnet".equals(language)) {
            dotnet(line, builder);
        } else {
            java(line, builder);
        }
    }

    /** {@code at module/a.b.C.m(C.java:12)} */
    private static void java(TraceLine line, TraceBuilder builder) {
        int open = Ascii.indexOf(line.b, '(', line.from, line.end);
        int from = line.from + AT.length;
        int to = open < 0 ? line.end : open;
        for (int i = to - 1; i > from; i--) {
            if (line.b[i] == '/' && i + 1 < to && !Ascii.isDigit(line.b[i + 1])) {
                from = i + 1;
                break;
            }
        }
        int close = open < 0 ? -1 : Ascii.indexOf(line.b, ')', open, line.end);
        int colon = close < 0 ? -1 : Ascii.indexOf(line.b, ':', open, close);
        int fileTo = colon < 0 ? to : colon;
        builder.frame(line, from, to, Math.min(to + 1, fileTo), fileTo, colon < 0 ? 0 : line.numberBefore(close));
    }

    /** {@code at fn (file:12:3)} or {@code at file:12:3} */
    private static void node(TraceLine line, TraceBuilder builder) {
        int stop = line.b[line.end - 1] == ')' ? line.end - 1 : line.end;
        int column = line.digitsBefore(stop) - 1;
        int number = line.digitsBefore(column) - 1;
        int from = line.from + AT.length;
        from = Ascii.startsWith(line.b, from, line.end, ASYNC) ? from + ASYNC.length : from;
        int open = stop == line.end ? -1 : lastOpen(line, number);
        int fileFrom = open < 0 ? from : open + 1;
        int to = open < 0 ? number : Ascii.trimEnd(line.b, from, open);
        builder.frame(line, from, to, fileFrom, number, line.numberBefore(column));
    }

    private static int lastOpen(TraceLine line, int before) {
        int i = before;
        while (i > line.from && line.b[i] != '(') {
            i--;
        }
        return i > line.from ? i : -1;
    }

    /** {@code at N.C.M(T a) in /src/f.cs:line 12} */
    private static void dotnet(TraceLine line, TraceBuilder builder) {
        int open = Ascii.indexOf(line.b, '(', line.from, line.end);
        int in = line.indexOf(IN);
        int number = line.indexOf(LINE);
        int fileFrom = in < 0 ? line.end : in + IN.length;
        int fileTo = number < fileFrom ? line.end : number;
        int to = open < 0 ? line.end : open;
        builder.frame(line, line.from + AT.length, to, fileFrom, fileTo, number < 0 ? 0 : line.numberBefore(line.end));
    }

    private static @Nullable String language(TraceLine line) {
        if (line.indexOf(IN) > 0) {
            return "dotnet";
        }
        int stop = line.b[line.end - 1] == ')' ? line.end - 1 : line.end;
        int column = line.digitsBefore(stop);
        if (column < stop && line.b[column - 1] == ':' && line.digitsBefore(column - 1) < column - 1) {
            return "node";
        }
        int open = Ascii.indexOf(line.b, '(', line.from, line.end);
        if (open < 0) {
            return null;
        }
        boolean unplaced = line.indexOf(NATIVE) > 0 || line.indexOf(UNKNOWN) > 0;
        boolean file = Ascii.indexOf(line.b, '.', open, line.end) > 0;
        boolean words = Ascii.indexOf(line.b, ' ', open + 1, line.end) > 0;
        return unplaced || (file && !words) ? "java" : "dotnet";
    }
}
