package io.troubleshooter.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CappedBodyTest {

    private final CappedBody bodies = new CappedBody(100);

    /** Gives a text, and then nothing until it is closed from elsewhere. */
    private static final class Unending extends InputStream {

        private final InputStream begin;
        private final CountDownLatch closed = new CountDownLatch(1);

        Unending(String begin) {
            this.begin = new ByteArrayInputStream(begin.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = begin.read(into, offset, length);
            return count > 0 ? count : end();
        }

        @Override
        public int read() throws IOException {
            int next = begin.read();
            return next >= 0 ? next : end();
        }

        private int end() throws IOException {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static long soon() {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    }

    @Test
    void ofAStreamOfEventsThatDoesNotEndTheWholeOnesAreGiven() throws IOException {
        byte[] read = bodies.read(new Unending("id: 1\ndata: a\n\nid: 2\nda"), soon(), true);

        assertThat(read).asString(StandardCharsets.UTF_8).isEqualTo("id: 1\ndata: a\n\n");
        assertThat(bodies.read(new Unending("id: 1"), soon(), true)).isEmpty();
    }

    @Test
    void ofAnythingElseAPartIsWorthNothing() {
        assertThatThrownBy(() -> bodies.read(new Unending("{\"a\": "), soon(), false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.OUT_OF_TIME));
    }
}
