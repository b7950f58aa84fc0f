package io.troubleshooter.http.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.input.LogSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Memory for bodies while they are read. A small one needs no leave; a large one waits until as much is free as its
 * evidence may take, so that what comes at once never takes more than there is. Thread-safe.
 */
public final class LargeBodies {

    /** Bodies up to here need no leave, and what is known to be longer waits before anything of it is read. */
    private static final long SMALL = 1 << 20;

    private final long most;
    private final Duration patience;
    private final Semaphore free;

    /**
     * @param budget bytes for all of them
     * @param most bytes that the evidence of one may take; more than the budget means all of it
     * @param patience how long one waits, then it is {@code busy}
     */
    public LargeBodies(long budget, long most, Duration patience) {
        this.most = Math.min(budget, most);
        this.patience = patience;
        this.free = new Semaphore(kibibytes(budget), true);
    }

    private static int kibibytes(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes >> 10));
    }

    /**
     * For a body that is about to be read. One that is known to be large waits here.
     *
     * @param length as declared; below 0 where it is not known
     * @throws ProblemException {@code busy} if no memory came free in time
     */
    Turn turn(long length) {
        Turn turn = new Turn();
        if (length > SMALL) {
            turn.take(Math.min(most, length + length / 2), length);
        }
        return turn;
    }

    /** The leave of one body; not thread-safe. */
    final class Turn implements AutoCloseable {

        private int taken;
        private long covered = SMALL;
        private long unpacked;

        private boolean missing() {
            return unpacked > covered;
        }

        /** @param text for which it is enough */
        private void take(long bytes, long text) {
            int more = Math.max(0, kibibytes(bytes) - taken);
            try {
                if (!free.tryAcquire(more, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw ProblemException.after(ProblemCode.BUSY, patience);
                }
                taken += more;
                covered = text;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw ProblemException.of(ProblemCode.STOPPING);
            }
        }

        /** What is read from the network: nothing more of a body that has turned out to be large until it has leave. */
        InputStream network(InputStream body) {
            return new FilterInputStream(body) {
                @Override
                public int available() throws IOException {
                    return missing() ? 0 : in.available(); // so that a place to work is not held while it waits
                }

                @Override
                public int read() throws IOException {
                    leave();
                    return in.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    leave();
                    return in.read(into, offset, length);
                }
            };
        }

        private void leave() {
            if (missing()) {
                take(most, Long.MAX_VALUE);
            }
        }

        /** What came out of the body, which is what takes memory. */
        InputStream text(InputStream text) {
            return new FilterInputStream(text) {
                @Override
                public int read() throws IOException {
                    int one = in.read();
                    unpacked += one < 0 ? 0 : 1;
                    return one;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int got = in.read(into, offset, length);
                    unpacked += Math.max(0, got);
                    return got;
                }
            };
        }

        /** The evidence in whose name the leave was taken; closing it gives the leave back. */
        Brought over(Brought brought) {
            Turn turn = this;
            return new Brought() {
                @Override
                public void giveTo(UnaryOperator<InputStream> sharing, Consumer<LogSource> sink) {
                    brought.giveTo(sharing, sink);
                }

                @Override
                public void tellIn(ObjectNode answer) {
                    brought.tellIn(answer);
                }

                @Override
                public void close() {
                    turn.close();
                    brought.close();
                }
            };
        }

        @Override
        public void close() {
            free.release(taken);
            taken = 0;
        }
    }
}
