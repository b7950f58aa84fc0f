package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBase64;

/** The lines of a private key after its first: base64, each perhaps behind a prefix that a logger wrote. */
final class KeyBody {

    private static final int FULL_LINE = 60;
    private static final int MAX_STRANGE = 2;

    private int prefix;
    private int strange;

    /** The line with the mark that begins a key. */
    void open(Line line) {
        int begin = line.find("-----BEGIN", line.start, line.end);
        prefix = Math.max(0, begin - line.start);
        strange = 0;
    }

    /** Adds the part of the key in this line; tells whether the key goes on. */
    boolean add(Line line) {
        int end = line.find("-----END", line.start, line.end);
        int to = trimmed(line, end < 0 ? line.end : end);
        int from = to;
        while (from > line.start && (isBase64(line.b[from - 1]) || line.b[from - 1] == '=')) {
            from--;
        }
        int vector = line.find("DEK-Info: ", line.start, to);
        int comma = vector < 0 ? -1 : line.find(",", vector, to);
        if (comma > 0 && line.at(comma + 1) != '<') {
            line.hits.add(comma + 1, to, "private-key");
            return true;
        }
        boolean placeholder = to > line.start && line.b[to - 1] == '>';
        if (isBody(line, from, to)) {
            line.hits.add(from, to, "private-key");
            strange = 0;
        } else if (end < 0 && !placeholder && !isHeader(line, to)) {
            strange++;
        }
        return end < 0 && strange <= MAX_STRANGE;
    }

    private boolean isBody(Line line, int from, int to) {
        boolean afterPrefix = from - line.start == prefix && prefix > 0 || line.skipBlanks(line.start) == from;
        return to - from >= FULL_LINE || to > from && afterPrefix;
    }

    private static boolean isHeader(Line line, int to) {
        return line.skipBlanks(line.start) >= to
                || line.find(": ", line.start, to) > 0 && line.find("Info", line.start, to) > 0;
    }

    /** Without what a string literal adds at its end. */
    private static int trimmed(Line line, int end) {
        int k = end;
        while (k > line.start && " \t\",'\\;)".indexOf(line.b[k - 1]) >= 0) {
            k--;
        }
        return k > line.start + 1 && line.b[k - 1] == 'n' && line.b[k - 2] == '\\' ? k - 2 : k;
    }
}
