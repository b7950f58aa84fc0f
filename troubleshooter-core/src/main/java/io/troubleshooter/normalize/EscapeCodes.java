package io.troubleshooter.normalize;

/**
 * Terminal codes (ECMA-48): finds where one ends. A code that never ends takes nothing with it but its introducer, so
 * that no text can be hidden behind it. Linear over a line, however many codes begin in it.
 */
final class EscapeCodes {

    private static final int ESC = 0x1b;
    private static final int BEL = 0x07;
    private static final int LONGEST_PARAMETERS = 128;

    /** From here to the line's end stands no end of a string; set once a search has failed. */
    private int noTerminatorFrom;

    void startLine() {
        noTerminatorFrom = Integer.MAX_VALUE;
    }

    /** Offset after the code whose escape character stands at {@code at}. */
    int end(byte[] bytes, int at, int end) {
        if (at + 1 >= end) {
            return end;
        }
        return switch (bytes[at + 1]) {
            case '[' -> controlEnd(bytes, at + 2, end);
            case ']', 'P', 'X', '^', '_' -> stringEnd(bytes, at + 2, end);
            default -> shortEnd(bytes, at + 1, end);
        };
    }

    /** Offset after a control sequence whose parameters begin at {@code at}. */
    int controlEnd(byte[] bytes, int at, int end) {
        int i = at;
        int stop = Math.min(end, at + LONGEST_PARAMETERS);
        while (i < stop && bytes[i] >= 0x20 && bytes[i] < 0x40) {
            i++;
        }
        if (i == stop && stop < end) {
            return at;
        }
        return i < end && bytes[i] >= 0x40 && bytes[i] < 0x7f ? i + 1 : i;
    }

    /** Offset after a string (title, hyperlink, image) whose content begins at {@code at}. */
    int stringEnd(byte[] bytes, int at, int end) {
        if (at >= noTerminatorFrom) {
            return at;
        }
        for (int i = at; i < end; i++) {
            if (bytes[i] == BEL) {
                return i + 1;
            }
            boolean more = i + 1 < end;
            if (more && ((bytes[i] == ESC && bytes[i + 1] == '\\') || isC1Terminator(bytes[i], bytes[i + 1]))) {
                return i + 2;
            }
        }
        noTerminatorFrom = at;
        return at;
    }

    private static boolean isC1Terminator(byte first, byte second) {
        return first == (byte) 0xc2 && second == (byte) 0x9c;
    }

    /** Intermediate bytes and a final one: character sets, save and restore, keypad modes. */
    private static int shortEnd(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && i < at + 4 && bytes[i] >= 0x20 && bytes[i] < 0x30) {
            i++;
        }
        return i < end && bytes[i] >= 0x30 && bytes[i] < 0x7f ? i + 1 : at;
    }
}
