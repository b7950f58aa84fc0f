package io.troubleshooter.cli.chat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A pipe that may never end, and that a person can end: a thread of its own waits for it. */
final class EndableStream extends InputStream {

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(16);
    private byte[] block = END;
    private int at;
    private volatile boolean ended;

    EndableStream(InputStream pipe) {
        Thread pump = new Thread(() -> pump(pipe), "tst-pipe");
        pump.setDaemon(true);
        pump.start();
    }

    /** From any thread: what has come so far is all. */
    void end() {
        ended = true;
        blocks.offer(END); // wakes the reader; where there is no room for it, the reader does not wait
    }

    private void pump(InputStream pipe) {
        byte[] buffer = new byte[1 << 16];
        try {
            int count;
            while (!ended && (count = pipe.read(buffer)) >= 0) {
                blocks.put(Arrays.copyOf(buffer, count));
            }
        } catch (IOException gone) {
            // The end of a pipe, whatever its reason.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        putEnd();
    }

    private void putEnd() {
        try {
            blocks.put(END);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (at == block.length && !next()) {
            return -1;
        }
        int count = Math.min(length, block.length - at);
        System.arraycopy(block, at, target, from, count);
        at += count;
        return count;
    }

    private boolean next() throws IOException {
        try {
            byte[] next = ended ? blocks.poll() : blocks.take();
            block = next == null ? END : next;
            at = 0;
            ended |= block.length == 0;
            return block.length > 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
