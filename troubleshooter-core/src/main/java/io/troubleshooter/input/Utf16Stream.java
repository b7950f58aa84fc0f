package io.troubleshooter.input;

import java.io.IOException;
import java.io.InputStream;

/** UTF-16 of either byte order as UTF-8, converted while it streams; a lone surrogate becomes U+FFFD. */
final class Utf16Stream extends InputStream {

    private static final int CHUNK = 64 * 1024;
    private static final int REPLACEMENT = 0xfffd;

    private final InputStream in;
    private final int highByte;
    private final byte[] raw = new byte[CHUNK];
    private int rawEnd;
    /** A unit gives at most three bytes, a pending surrogate three more. */
    private final byte[] utf8 = new byte[CHUNK / 2 * 3 + 6];

    private int from;
    private int to;
    private int surrogate;
    private boolean ended;

    Utf16Stream(InputStream in, boolean bigEndian) {
        this.in = in;
        this.highByte = bigEndian ? 0 : 1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (from == to) {
            if (ended) {
                return -1;
            }
            convertMore();
        }
        int count = Math.min(length, to - from);
        System.arraycopy(utf8, from, target, offset, count);
        from += count;
        return count;
    }

    private void convertMore() throws IOException {
        from = 0;
        to = 0;
        int got = in.read(raw, rawEnd, raw.length - rawEnd);
        if (got < 0) {
            ended = true;
            flushSurrogate();
            return;
        }
        rawEnd += got;
        int whole = rawEnd & ~1;
        for (int i = 0; i < whole; i += 2) {
            unit((raw[i + highByte] & 0xff) << 8 | (raw[i + 1 - highByte] & 0xff));
        }
        if (whole < rawEnd) {
            raw[0] = raw[whole];
        }
        rawEnd -= whole;
    }

    private void unit(int unit) {
        if (Character.isLowSurrogate((char) unit) && surrogate != 0) {
            int codePoint = Character.toCodePoint((char) surrogate, (char) unit);
            surrogate = 0;
            put(codePoint);
            return;
        }
        flushSurrogate();
        if (Character.isHighSurrogate((char) unit)) {
            surrogate = unit;
        } else {
            put(Character.isLowSurrogate((char) unit) ? REPLACEMENT : unit);
        }
    }

    private void flushSurrogate() {
        if (surrogate != 0) {
            surrogate = 0;
            put(REPLACEMENT);
        }
    }

    private void put(int codePoint) {
        if (codePoint < 0x80) {
            utf8[to++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            utf8[to++] = (byte) (0xc0 | codePoint >> 6);
            tail(codePoint, 0);
        } else if (codePoint < 0x10000) {
            utf8[to++] = (byte) (0xe0 | codePoint >> 12);
            tail(codePoint, 6);
        } else {
            utf8[to++] = (byte) (0xf0 | codePoint >> 18);
            tail(codePoint, 12);
        }
    }

    private void tail(int codePoint, int firstShift) {
        for (int shift = firstShift; shift >= 0; shift -= 6) {
            utf8[to++] = (byte) (0x80 | (codePoint >> shift & 0x3f));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
