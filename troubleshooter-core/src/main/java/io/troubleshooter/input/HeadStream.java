package io.troubleshooter.input;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose first bytes can be looked at before they are read. Unlike a pushback stream it gives what is there and
 * never waits to fill the caller's array.
 */
final class HeadStream extends InputStream {

    private final InputStream in;
    private final byte[] head;
    private int known;
    private int given;
    private boolean ended;

    HeadStream(InputStream in, int capacity) {
        this.in = in;
        this.head = new byte[capacity];
    }

    /** Waits until {@code count} bytes are known or the stream ends; returns how many are, at most {@code count}. */
    int await(int count) throws IOException {
        while (known < count && !ended) {
            int got = in.read(head, known, count - known);
            ended = got < 0;
            known += Math.max(got, 0);
        }
        return Math.min(known, count);
    }

    /** The byte at {@code index} as 0 to 255, which must be known. */
    int peek(int index) {
        return head[index] & 0xff;
    }

    /** Waits for as many bytes as {@code prefix} has, as long as they agree with it. */
    boolean startsWith(int... prefix) throws IOException {
        for (int i = 0; i < prefix.length; i++) {
            if (await(i + 1) <= i || peek(i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (given == known) {
            return ended ? -1 : in.read(target, offset, length);
        }
        int count = Math.min(length, known - given);
        System.arraycopy(head, given, target, offset, count);
        given += count;
        return count;
    }

    /** Never 0: gzip asks this before it looks for another member, and a pipe that is slow is not at its end. */
    @Override
    public int available() {
        return 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
