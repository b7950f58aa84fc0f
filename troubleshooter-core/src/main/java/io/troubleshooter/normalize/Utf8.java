package io.troubleshooter.normalize;

/** Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    private Utf8() {}

    /** The code point at {@code at} times 8 plus its length in bytes; -1 if there is no valid one before {@code end}. */
    static int decode(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xff;
        if (lead < 0x80) {
            return lead << 3 | 1;
        }
        int size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + size > end) {
            return -1;
        }
        int codePoint = lead & 0xff >> (size + 1);
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return -1;
            }
            codePoint = codePoint << 6 | (bytes[at + i] & 0x3f);
        }
        boolean fits = size == 2 || (size == 3 && codePoint >= 0x800) || codePoint >= 0x10000;
        boolean exists = codePoint <= Character.MAX_CODE_POINT && (codePoint < 0xd800 || codePoint > 0xdfff);
        return fits && exists ? codePoint << 3 | size : -1;
    }
}
