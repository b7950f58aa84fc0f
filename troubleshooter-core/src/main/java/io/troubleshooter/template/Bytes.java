package io.troubleshooter.template;

/** Classes of bytes, as bits. */
final class Bytes {

    static final int DIGIT = 1;
    static final int LETTER = 2;
    static final int HEX_LETTER = 4;
    static final int DOT = 8;
    static final int COLON = 16;
    static final int SLASH = 32;
    static final int AT = 64;
    static final int HYPHEN = 128;
    static final int OTHER = 256;
    static final int SPACE = 512;
    static final int DELIMITER = 1024;
    /** Set by the scanner, for a word that holds a redaction placeholder. */
    static final int PLACEHOLDER = 2048;

    static final int WORD = DIGIT | LETTER | HEX_LETTER | DOT | COLON | SLASH | AT | HYPHEN | OTHER;

    private static final short[] CLASSES = classes();

    private Bytes() {}

    static int classOf(byte b) {
        return CLASSES[b & 0xff];
    }

    static boolean isWord(byte b) {
        return (CLASSES[b & 0xff] & WORD) != 0;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isHex(byte b) {
        return (CLASSES[b & 0xff] & (DIGIT | HEX_LETTER)) != 0;
    }

    private static short[] classes() {
        short[] classes = new short[256];
        for (int b = 0; b < 256; b++) {
            classes[b] = (short) classify(b);
        }
        return classes;
    }

    private static int classify(int b) {
        if (b <= ' ' || b == 127) {
            return SPACE;
        }
        if (b >= '0' && b <= '9') {
            return DIGIT;
        }
        int lower = b | 0x20;
        if (b < 128 && lower >= 'a' && lower <= 'z') {
            return lower <= 'f' ? LETTER | HEX_LETTER : LETTER;
        }
        return punctuation(b);
    }

    private static int punctuation(int b) {
        switch (b) {
            case '.':
                return DOT;
            case ':':
                return COLON;
            case '/', '\\':
                return SLASH;
            case '@':
                return AT;
            case '-':
                return HYPHEN;
            case ',', ';', '(', ')', '[', ']', '{', '}', '"', '\'', '<', '>', '|', '=', '`', '#':
                return DELIMITER;
            default:
                return b >= 128 ? LETTER : OTHER;
        }
    }
}
