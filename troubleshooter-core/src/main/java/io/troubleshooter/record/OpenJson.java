package io.troubleshooter.record;

import org.jspecify.annotations.Nullable;

/** A JSON object that is printed over several lines, followed until its last bracket closes. */
final class OpenJson {

    private int depth;

    private OpenJson() {}

    /** Follows the object that the line opens and does not close; null where it opens none. */
    static @Nullable OpenJson begin(Line line, int maxBytes) {
        int at = line.firstNonBlank();
        if (at >= line.length || line.bytes[at] != '{' || !line.complete() || line.length > maxBytes) {
            return null;
        }
        OpenJson json = new OpenJson();
        return isOpening(line.bytes, at, line.length) && json.count(line) && json.depth > 0 ? json : null;
    }

    private static boolean isOpening(byte[] b, int at, int end) {
        int next = Ascii.skipBlanks(b, at + 1, end);
        return next == end || b[next] == '"';
    }

    /** Whether the line is part of the object. */
    boolean accept(Line line) {
        return depth > 0 && isJson(line) && count(line);
    }

    boolean isClosed() {
        return depth == 0;
    }

    private static boolean isJson(Line line) {
        int at = line.firstNonBlank();
        if (at == line.length) {
            return true;
        }
        byte first = line.bytes[at];
        return "\"{}[],-tfn".indexOf(first) >= 0 || Ascii.isDigit(first);
    }

    private boolean count(Line line) {
        byte[] b = line.bytes;
        for (int i = 0; i < line.length; i++) {
            if (b[i] == '"') {
                int stop = JsonScanner.skipString(b, i, line.length);
                if (stop < 0) {
                    return line.length == Line.HEAD;
                }
                i = stop - 1;
            } else if (b[i] == '{' || b[i] == '[') {
                depth++;
            } else if (b[i] == '}' || b[i] == ']') {
                depth = Math.max(0, depth - 1);
            }
        }
        return true;
    }
}
