package io.troubleshooter.http.intake;

import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Memory for what has to be held whole before it can be read, shared by all requests. Thread-safe. */
final class Room {

    private static final int STEP = 64 << 10;

    private final long bytes;
    private long taken;

    Room(long bytes) {
        this.bytes = bytes;
    }

    private synchronized void take(int more) {
        if (taken + more > bytes) {
            throw ProblemException.after(ProblemCode.BUSY, Duration.ofSeconds(2));
        }
        taken += more;
    }

    private synchronized void giveBack(long count) {
        taken -= count;
    }

    /**
     * Reads up to {@code most} bytes; a body that ends there has been read whole.
     *
     * @throws ProblemException {@code busy} if there is no room
     */
    Held hold(InputStream in, int most) throws IOException {
        Held held = new Held();
        try {
            while (held.size() < most) {
                int step = Math.min(STEP, most - held.size());
                take(step);
                held.taken += step;
                byte[] read = in.readNBytes(step);
                held.bytes.write(read);
                if (read.length < step) {
                    break;
                }
            }
            return held;
        } catch (IOException | RuntimeException failed) {
            held.close();
            throw failed;
        }
    }

    /** Reads to the end. */
    Held hold(InputStream in) throws IOException {
        return hold(in, Integer.MAX_VALUE);
    }

    /** Bytes in memory; the room is free again when it is closed. */
    final class Held implements AutoCloseable {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long taken;

        byte[] bytes() {
            return bytes.toByteArray();
        }

        int size() {
            return bytes.size();
        }

        @Override
        public void close() {
            giveBack(taken);
            taken = 0;
        }
    }
}
