package io.troubleshooter.redact;

import java.util.Arrays;

/** A growing array of bytes that can be handed over without another copy. */
final class ByteSink {

    private byte[] bytes;
    private int length;

    ByteSink(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    int length() {
        return length;
    }

    /** Takes back what was written after the first {@code newLength} bytes. */
    void truncate(int newLength) {
        length = newLength;
    }

    byte[] bytes() {
        return bytes;
    }

    void write(int b) {
        reserve(1);
        bytes[length++] = (byte) b;
    }

    void write(byte[] source, int from, int to) {
        int count = to - from;
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void writeAscii(String text) {
        int count = text.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) text.charAt(i);
        }
        length += count;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + (bytes.length >> 1), length + more));
        }
    }
}
