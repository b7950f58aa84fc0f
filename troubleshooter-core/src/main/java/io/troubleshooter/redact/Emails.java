package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;

/** Email addresses, found at their {@code @}. */
final class Emails {

    private static final int MAX_LOCAL = 64;

    private Emails() {}

    /** Adds the address around the {@code @} at {@code i}; returns the offset after it, or -1. */
    static int at(Line line, int i) {
        int from = localStart(line, i);
        int to = domainEnd(line, i + 1);
        if (from == i || to < 0 || isUnit(line, to) || i - from == 3 && line.has(from, "git")) {
            return -1;
        }
        line.hits.add(from, to, "email");
        return to;
    }

    /** {@code getty@tty1.service}: a unit of systemd. */
    private static boolean isUnit(Line line, int to) {
        return line.has(to - 8, ".service")
                || line.has(to - 6, ".timer")
                || line.has(to - 7, ".socket")
                || line.has(to - 6, ".mount")
                || line.has(to - 6, ".scope")
                || line.has(to - 6, ".slice");
    }

    private static int localStart(Line line, int at) {
        int k = at;
        int bound = Math.max(line.start, at - MAX_LOCAL);
        while (k > bound && isLocal(line.b[k - 1])) {
            k--;
        }
        while (k < at && !isAlnum(line.b[k])) {
            k++;
        }
        return k;
    }

    private static boolean isLocal(byte b) {
        return (ByteClass.of(b) & (ByteClass.ALNUM | ByteClass.DOT | ByteClass.DASH | ByteClass.UNDERSCORE)) != 0
                || b == '+';
    }

    /** Offset after a domain of at least two labels, the last of two letters or more; -1 where there is none. */
    private static int domainEnd(Line line, int from) {
        int k = from;
        int lastDot = -1;
        int bound = Math.min(line.end, from + 255);
        while (k < bound
                && (isAlnum(line.b[k]) || line.b[k] == '-' || line.b[k] == '.' && isAlnum((byte) line.at(k + 1)))) {
            if (line.b[k] == '.') {
                lastDot = k;
            }
            k++;
        }
        return lastDot > from && k - lastDot > 2 && ByteClass.isLetter(line.b[lastDot + 1]) ? k : -1;
    }
}
