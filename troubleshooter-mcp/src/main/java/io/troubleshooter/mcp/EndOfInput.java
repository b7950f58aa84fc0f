package io.troubleshooter.mcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** Tells when the client has closed its end. */
final class EndOfInput extends FilterInputStream {

    private final CountDownLatch end = new CountDownLatch(1);

    EndOfInput(InputStream in) {
        super(in);
    }

    void await() throws InterruptedException {
        end.await();
    }

    @Override
    public int read() throws IOException {
        return seen(super.read());
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        return seen(super.read(target, from, length));
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        super.close();
    }

    private int seen(int read) {
        if (read < 0) {
            end.countDown();
        }
        return read;
    }
}
