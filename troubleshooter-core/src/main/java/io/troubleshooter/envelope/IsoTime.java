package io.troubleshooter.envelope;

/** RFC 3339 times at the head of a line. */
final class IsoTime {

    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

    private IsoTime() {}

    /** Offset after the time with its zone that begins at {@code from}; -1 if there is none. */
    static int end(byte[] bytes, int from, int to) {
        int at = from + SHAPE.length();
        if (at >= to || !hasShape(bytes, from)) {
            return -1;
        }
        if (bytes[at] == '.' || bytes[at] == ',') {
            at = skipDigits(bytes, at + 1, to);
        }
        return at < to ? zoneEnd(bytes, at, to) : -1;
    }

    private static boolean hasShape(byte[] bytes, int from) {
        for (int i = 0; i < SHAPE.length(); i++) {
            char wanted = SHAPE.charAt(i);
            if (wanted == 'd' ? !isDigit(bytes[from + i]) : bytes[from + i] != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int zoneEnd(byte[] bytes, int at, int to) {
        if (bytes[at] == 'Z') {
            return at + 1;
        }
        boolean offset = (bytes[at] == '+' || bytes[at] == '-')
                && at + 6 <= to
                && isDigit(bytes[at + 1])
                && isDigit(bytes[at + 2])
                && bytes[at + 3] == ':';
        return offset ? at + 6 : -1;
    }

    /** Decimals of the seconds of a time that was found. */
    static int decimals(byte[] bytes, int from, int end) {
        int at = from + SHAPE.length();
        return bytes[at] == '.' || bytes[at] == ',' ? skipDigits(bytes, at + 1, end) - at - 1 : 0;
    }

    static int skipDigits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
