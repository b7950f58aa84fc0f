package io.troubleshooter.lambda;

import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads bodies of answers within limits of size and time. Thread-safe. */
final class CappedBody {

    private static final int CHUNK = 16 * 1024;

    private final int most;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tst-lambda-clock");
        thread.setDaemon(true);
        return thread;
    });

    /** @param most bytes of one */
    CappedBody(int most) {
        this.most = most;
    }

    /**
     * Reads all of it.
     *
     * @param end as {@link System#nanoTime} tells it
     * @param events whether it is worth something that is not all there yet: then up to its last whole event
     * @throws ProblemException {@code out_of_time}, {@code answer_too_large}
     */
    byte[] read(InputStream body, long end, boolean events) throws IOException {
        Future<?> cut = clock.schedule(() -> close(body), Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (body) {
            fill(body, read);
            return read.toByteArray();
        } catch (IOException failed) {
            if (System.nanoTime() < end) {
                throw failed;
            }
            if (!events) {
                throw ProblemException.of(ProblemCode.OUT_OF_TIME);
            }
            return wholeEvents(read.toByteArray());
        } finally {
            cut.cancel(false);
        }
    }

    private void fill(InputStream body, ByteArrayOutputStream read) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            if (read.size() + count > most) {
                throw ProblemException.of(ProblemCode.ANSWER_TOO_LARGE);
            }
            read.write(chunk, 0, count);
        }
    }

    /** An event ends with an empty line. */
    private static byte[] wholeEvents(byte[] read) {
        for (int at = read.length - 1; at > 0; at--) {
            if (read[at] == '\n' && read[at - 1] == '\n') {
                return Arrays.copyOf(read, at + 1);
            }
        }
        return new byte[0];
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException closed) {
            // it is closed, which is what was wanted
        }
    }
}
