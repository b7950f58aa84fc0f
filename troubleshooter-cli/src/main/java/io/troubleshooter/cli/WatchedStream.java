package io.troubleshooter.cli;

import java.io.IOException;
import java.io.InputStream;

/** Standard input, of which another thread may ask how much has come and since when nothing has. */
final class WatchedStream extends InputStream {

    private final InputStream in;
    private volatile long bytes;
    private volatile long lastNanos = System.nanoTime();

    WatchedStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = in.read(target, from, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    /** One thread reads, so that a plain addition is enough. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void count(int count) {
        bytes += count;
        lastNanos = System.nanoTime();
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    long bytes() {
        return bytes;
    }

    long quietMillis() {
        return (System.nanoTime() - lastNanos) / 1_000_000;
    }
}
