package io.troubleshooter.redact;

import java.util.Arrays;

/** Undoes the escapes of a JSON string (RFC 8259, section 7). What is no escape stays as it is. */
final class JsonUnescape {

    private final byte[] in;
    private final byte[] out;
    private int length;

    /** No escape is shorter than what it stands for. */
    private JsonUnescape(byte[] in) {
        this.in = in;
        this.out = new byte[in.length];
    }

    static byte[] decode(byte[] text) {
        JsonUnescape decoder = new JsonUnescape(text);
        int at = 0;
        while (at < text.length) {
            at = text[at] == '\\' && at + 1 < text.length ? decoder.escape(at) : decoder.plain(at);
        }
        return Arrays.copyOf(decoder.out, decoder.length);
    }

    private int plain(int at) {
        out[length++] = in[at];
        return at + 1;
    }

    private int escape(int at) {
        byte kind = in[at + 1];
        if (kind == 'u') {
            return unicode(at);
        }
        int index = "\"\\/bfnrt".indexOf(kind);
        if (index < 0) {
            return plain(at);
        }
        out[length++] = (byte) "\"\\/\b\f\n\r\t".charAt(index);
        return at + 2;
    }

    private int unicode(int at) {
        int unit = hex(at + 2);
        if (unit < 0) {
            return plain(at);
        }
        int next = at + 6;
        if (Character.isHighSurrogate((char) unit) && next + 1 < in.length && in[next] == '\\' && in[next + 1] == 'u') {
            int low = hex(next + 2);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                put(Character.toCodePoint((char) unit, (char) low));
                return next + 6;
            }
        }
        put(Character.isSurrogate((char) unit) ? 0xfffd : unit);
        return next;
    }

    /** The four hexadecimal digits at {@code at}; -1 if they are none. */
    private int hex(int at) {
        if (at + 4 > in.length) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(in[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private void put(int c) {
        if (c < 0x80) {
            out[length++] = (byte) c;
            return;
        }
        int tails = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        out[length++] = (byte) ((tails == 1 ? 0xc0 : tails == 2 ? 0xe0 : 0xf0) | c >> (6 * tails));
        for (int i = tails - 1; i >= 0; i--) {
            out[length++] = (byte) (0x80 | (c >> (6 * i) & 0x3f));
        }
    }
}
