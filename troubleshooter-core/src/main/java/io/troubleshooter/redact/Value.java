package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;

/**
 * Where a value stands, without its quotes.
 *
 * @param isQuoted whether quotes surround it
 */
record Value(int start, int end, boolean isQuoted) {

    boolean isEmpty() {
        return end <= start;
    }

    /** The value after the separator at {@code separator}. */
    static Value after(Line line, int separator, int nameEnd) {
        int k = separator + 1;
        while (k < line.end && (line.b[k] == '=' || line.b[k] == '>')) {
            k++;
        }
        k = line.skipBlanks(k);
        int escapes = k;
        while (k < line.end && line.b[k] == '\\') {
            k++;
        }
        escapes = k - escapes;
        int open = line.at(k);
        if (open == '"' || open == '\'' || open == '`') {
            return quoted(line, k + 1, (byte) open, escapes);
        }
        if (open == '[') {
            k++;
        }
        return new Value(k, unquotedEnd(line, k), false);
    }

    private static Value quoted(Line line, int from, byte quote, int escapes) {
        int run = 0;
        for (int k = from; k < line.end; k++) {
            if (line.b[k] == '\\') {
                run++;
            } else {
                if (line.b[k] == quote && run <= escapes) {
                    return new Value(from, k - run, true);
                }
                run = 0;
            }
        }
        return new Value(from, line.end, true);
    }

    private static int unquotedEnd(Line line, int from) {
        int k = from;
        while (k < line.end && !isBlank(line.b[k]) && !ends(line, k)) {
            k++;
        }
        return k;
    }

    private static boolean ends(Line line, int k) {
        return switch (line.b[k]) {
            case '"', '\'', '<', '>', ';', '&', '`' -> true;
            case ',', ')', ']', '}' -> k + 1 >= line.end || !ByteClass.isAlnum(line.b[k + 1]);
            default -> false;
        };
    }
}
