package io.troubleshooter.normalize;

import java.util.Arrays;

/** The text of a line as a terminal would leave it: what is overwritten is gone. */
final class LineBuffer {

    private byte[] bytes = new byte[512];
    private int length;
    /** Where the text since the last return to the first column begins. */
    private int segment;
    /** The last text before it that shows something. */
    private int shownFrom;

    private int shownTo;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void startLine(int expected) {
        length = 0;
        segment = 0;
        shownFrom = 0;
        shownTo = 0;
        ensure(expected);
    }

    void put(byte b) {
        if (length == bytes.length) {
            ensure(2 * length);
        }
        bytes[length++] = b;
    }

    void put(byte[] source, int from, int to) {
        if (length + to - from > bytes.length) {
            ensure(2 * (length + to - from));
        }
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    void putCodePoint(int c) {
        if (c < 0x80) {
            put((byte) c);
        } else if (c < 0x800) {
            put((byte) (0xc0 | c >> 6));
            put((byte) (0x80 | (c & 0x3f)));
        } else {
            put((byte) (0xe0 | c >> 12));
            put((byte) (0x80 | (c >> 6 & 0x3f)));
            put((byte) (0x80 | (c & 0x3f)));
        }
    }

    private void ensure(int capacity) {
        if (capacity > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity);
        }
    }

    /** Takes the last character of the current text away. */
    void dropLast() {
        while (length > segment && (bytes[length - 1] & 0xc0) == 0x80) {
            length--;
        }
        length = Math.max(segment, length - 1);
    }

    /** Goes back to the first column: what follows overwrites, if it shows anything. */
    void startOver() {
        if (showsSomething()) {
            shownFrom = segment;
            shownTo = length;
            segment = length;
        } else {
            length = segment;
        }
    }

    /** Leaves the last text that shows something. */
    void endLine() {
        int from = segment;
        int to = length;
        if (shownTo > 0 && !showsSomething()) {
            from = shownFrom;
            to = shownTo;
        }
        System.arraycopy(bytes, from, bytes, 0, to - from);
        length = to - from;
    }

    private boolean showsSomething() {
        for (int i = segment; i < length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }
}
