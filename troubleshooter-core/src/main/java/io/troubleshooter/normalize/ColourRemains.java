package io.troubleshooter.normalize;

/**
 * Colour codes of which copy and paste has eaten the escape character: {@code [31m}, {@code [0;1m}. They count as such
 * only where the line cannot mean anything else: the numbers are colour codes, what follows does not make it a duration
 * ({@code [5m]}, {@code [30ms]}, {@code [10min ...}), and the line has a reset or two colours.
 */
final class ColourRemains {

    private static final int LONGEST = 20;
    private static final int LONGEST_WORD = 8;

    private ColourRemains() {}

    /** Quick look, for the scan: a bracket, one to three digits, and then {@code m} or {@code ;}. */
    static boolean mayStandAt(byte[] bytes, int at, int end) {
        int i = at + 1;
        while (i < end && i < at + 4 && isDigit(bytes[i])) {
            i++;
        }
        return i > at + 1 && i < end && (bytes[i] == 'm' || bytes[i] == ';');
    }

    /** Offset after the code that begins at {@code at}; -1 if there is none. */
    static int end(byte[] bytes, int at, int end) {
        if (!mayStandAt(bytes, at, end)) {
            return -1;
        }
        int number = 0;
        int stop = Math.min(end, at + LONGEST);
        for (int i = at + 1; i < stop; i++) {
            byte b = bytes[i];
            if (isDigit(b)) {
                number = Math.min(number * 10 + b - '0', 1000);
            } else if (b == 'm' && number <= 255) {
                return isUnit(bytes, i + 1, end) ? -1 : i + 1;
            } else if (b == ';' && number <= 255) {
                number = 0;
            } else {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the {@code m} before {@code at} is a unit: {@code ms}, {@code min}, or a word that a bracket closes. */
    private static boolean isUnit(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && i < at + LONGEST_WORD && isLetter(bytes[i])) {
            i++;
        }
        boolean milliseconds = i == at + 1 && bytes[at] == 's';
        boolean minutes = i >= at + 2 && bytes[at] == 'i' && bytes[at + 1] == 'n';
        return milliseconds || minutes || (i < end && bytes[i] == ']');
    }

    /** Whether the line has remains at all. */
    static boolean standIn(byte[] bytes, int from, int end) {
        int colours = 0;
        for (int i = from; i < end; i++) {
            if (bytes[i] != '[' || (i > from && bytes[i - 1] == 0x1b)) {
                continue;
            }
            int after = end(bytes, i, end);
            if (after > 0 && (isReset(bytes, i, after) || (isColour(bytes, after) && ++colours == 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReset(byte[] bytes, int at, int after) {
        return after == at + 3 && bytes[at + 1] == '0';
    }

    /** The last number is one of 30 to 37 or 90 to 97. */
    private static boolean isColour(byte[] bytes, int after) {
        byte tens = bytes[after - 3];
        byte ones = bytes[after - 2];
        return (tens == '3' || tens == '9') && ones >= '0' && ones <= '7';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }
}
