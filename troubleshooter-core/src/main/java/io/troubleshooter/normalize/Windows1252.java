package io.troubleshooter.normalize;

/** Lines in Latin-1 or its Windows superset, told from broken UTF-8 by their own bytes. */
final class Windows1252 {

    /** Characters of 0x80 to 0x9f; a NUL where none is assigned. */
    private static final String C1 =
            "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0"
                    + "\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";

    private Windows1252() {}

    /**
     * Whether a line that is no UTF-8 can be text in this character set: no piece of UTF-8 in it, every byte assigned, and
     * at most a third of them beyond ASCII.
     */
    static boolean fits(byte[] bytes, int from, int end) {
        int high = 0;
        for (int i = from; i < end; i++) {
            if (bytes[i] >= 0) {
                continue;
            }
            high++;
            boolean afterLead = i > from && (bytes[i - 1] & 0xff) >= 0xc2;
            if (codePoint(bytes[i]) == 0 || (afterLead && (bytes[i] & 0xff) < 0xc0)) {
                return false;
            }
        }
        return high * 3 <= end - from;
    }

    /** The character of a byte beyond ASCII, 0 if none is assigned. */
    static int codePoint(byte b) {
        int value = b & 0xff;
        return value < 0xa0 ? C1.charAt(value - 0x80) : value;
    }
}
