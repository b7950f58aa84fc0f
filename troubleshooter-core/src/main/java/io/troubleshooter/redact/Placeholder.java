package io.troubleshooter.redact;

/** The form of a placeholder, {@code <kind:n>} or {@code <kind>}: written, and recognised so that it stays. */
final class Placeholder {

    /** Longest placeholder taken for one: the longest kind and a number of 10 digits fit. */
    private static final int MAX = 64;

    private Placeholder() {}

    /** Writes the placeholder; {@code number} 0 stands for none. */
    static void write(ByteSink out, String kind, int number) {
        out.write('<');
        out.writeAscii(kind);
        if (number > 0) {
            out.write(':');
            out.writeAscii(Integer.toString(number));
        }
        out.write('>');
    }

    /** Offset after the numbered placeholder that begins at {@code i}, or -1. */
    static int end(byte[] b, int i, int end) {
        int colon = colon(b, i, end);
        if (colon < 0) {
            return -1;
        }
        int k = colon + 1;
        while (k < end && k - colon < 11 && ByteClass.isDigit(b[k])) {
            k++;
        }
        return k > colon + 1 && k < end && b[k] == '>' ? k + 1 : -1;
    }

    /** Offset of the colon of the numbered placeholder that may begin at {@code i}, or -1. */
    static int colon(byte[] b, int i, int end) {
        if (i + 1 >= end || b[i] != '<' || !ByteClass.isLower(b[i + 1])) {
            return -1;
        }
        int k = i + 1;
        int bound = Math.min(end, i + MAX);
        while (k < bound && (ByteClass.isLower(b[k]) || ByteClass.isDigit(b[k]) || b[k] == '-')) {
            k++;
        }
        return k < bound && b[k] == ':' ? k : -1;
    }
}
