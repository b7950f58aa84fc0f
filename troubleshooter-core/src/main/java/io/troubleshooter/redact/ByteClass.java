package io.troubleshooter.redact;

/** What a byte may be part of, one table lookup each. */
final class ByteClass {

    static final int LOWER = 1;
    static final int UPPER = 1 << 1;
    static final int DIGIT = 1 << 2;
    static final int DOT = 1 << 3;
    static final int SLASH = 1 << 4;
    static final int DASH = 1 << 5;
    static final int UNDERSCORE = 1 << 6;
    static final int PLUS = 1 << 7;

    /** Ends a token and means nothing by itself. */
    static final int PLAIN = 1 << 8;

    /** Ends a token and may begin or separate something secret. */
    static final int TRIGGER = 1 << 9;

    static final int LETTER = LOWER | UPPER;
    static final int ALNUM = LETTER | DIGIT;

    private static final int[] TABLE = table();

    private ByteClass() {}

    private static int[] table() {
        int[] table = new int[256];
        java.util.Arrays.fill(table, PLAIN);
        java.util.Arrays.fill(table, 'a', 'z' + 1, LOWER);
        java.util.Arrays.fill(table, 'A', 'Z' + 1, UPPER);
        java.util.Arrays.fill(table, '0', '9' + 1, DIGIT);
        table['.'] = DOT;
        table['/'] = SLASH;
        table['-'] = DASH;
        table['_'] = UNDERSCORE;
        table['+'] = PLUS;
        table['~'] = PLUS;
        for (char trigger : new char[] {'=', ':', '@', '<', '>', '%', '\\', '$', '{'}) {
            table[trigger] = TRIGGER;
        }
        return table;
    }

    /** The table itself, for loops that must not pay for a call. */
    static int[] shared() {
        return TABLE;
    }

    static int of(byte b) {
        return TABLE[b & 0xff];
    }

    static boolean isAlnum(byte b) {
        return (of(b) & ALNUM) != 0;
    }

    static boolean isLetter(byte b) {
        return (of(b) & LETTER) != 0;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    static boolean isLower(byte b) {
        return b >= 'a' && b <= 'z';
    }

    static boolean isHex(byte b) {
        return isDigit(b) || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F';
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Letters, digits, {@code _} and {@code -}: the alphabet of names and of URL-safe base64. */
    static boolean isWord(byte b) {
        return (of(b) & (ALNUM | UNDERSCORE | DASH)) != 0;
    }

    /** Either base64 alphabet, without padding. */
    static boolean isBase64(byte b) {
        return (of(b) & (ALNUM | UNDERSCORE | DASH | SLASH)) != 0 || b == '+';
    }

    static byte lower(byte b) {
        return isUpper(b) ? (byte) (b + 32) : b;
    }
}
