package io.troubleshooter.normalize;

/** Characters that show nothing or turn the text around: they can hide words from a reader and from the redactor. */
final class Invisible {

    private Invisible() {}

    /** Whether the code point is to be removed: zero width, direction, tag and fill characters. */
    static boolean is(int c) {
        if (c < 0x200b) {
            return c == 0xad || c == 0x34f || c == 0x61c || c == 0x115f || c == 0x1160 || c == 0x180e;
        }
        return c <= 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0x3164
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb)
                || (c >= 0xe0000 && c <= 0xe0fff);
    }

    /** Whether the code point breaks a line or page somewhere, though not in a log: it becomes a blank. */
    static boolean isBreak(int c) {
        return c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
