package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isHex;

/** Percent-encoded text: decoded once, searched like a line, and what is found mapped back. */
final class PercentRuns {

    private static final int MAX = 8192;

    private final LineScanner scanner;
    private final Line inner = new Line();
    private byte[] decoded = new byte[256];
    private int[] origins = new int[257];
    private boolean busy;

    PercentRuns(LineScanner scanner) {
        this.scanner = scanner;
    }

    /** Looks at the run around the {@code %} at {@code i}; returns the offset to go on from, or -1. */
    int at(Line line, int token, int i) {
        if (busy || !isCode(line, i)) {
            return -1;
        }
        int to = i;
        while (to < line.end && to - i < MAX && isPart(line, to)) {
            to++;
        }
        int length = decode(line, token, to);
        busy = true;
        try {
            inner.set(decoded, 0, length);
            scanner.scan(inner);
            for (int h = 0; h < inner.hits.size(); h++) {
                line.hits.add(origins[inner.hits.start(h)], origins[inner.hits.end(h)], inner.hits.kind(h));
            }
        } finally {
            busy = false;
        }
        return to;
    }

    private int decode(Line line, int from, int to) {
        if (decoded.length < to - from) {
            decoded = new byte[(to - from) * 2];
            origins = new int[decoded.length + 1];
        }
        int n = 0;
        int k = from;
        while (k < to) {
            origins[n] = k;
            boolean code = line.b[k] == '%' && isCode(line, k) && k + 2 < to;
            decoded[n++] = code
                    ? (byte) (Character.digit(line.b[k + 1], 16) << 4 | Character.digit(line.b[k + 2], 16))
                    : line.b[k];
            k += code ? 3 : 1;
        }
        origins[n] = to;
        return n;
    }

    private static boolean isCode(Line line, int i) {
        return i + 2 < line.end && isHex(line.b[i + 1]) && isHex(line.b[i + 2]);
    }

    private static boolean isPart(Line line, int k) {
        byte b = line.b[k];
        return b > ' ' && b != '"' && b != '\'' && b != '&' && b != '<' && b != '>' && b != '\\' && b != ';';
    }
}
