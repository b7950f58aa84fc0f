package io.troubleshooter.http.route;

import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request as it comes in. What breaks it off is a problem and no end of the evidence, and whoever sends a
 * byte now and then does not hold a thread for hours.
 */
final class BodyStream extends FilterInputStream {

    /** Before this nobody is too slow. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long LEAST_BYTES_PER_SECOND = 1024;

    private long waited;
    private long count;

    BodyStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        long start = System.nanoTime();
        int got = next(target, offset, length);
        waited += System.nanoTime() - start;
        count += Math.max(0, got);
        if (got >= 0
                && waited > GRACE_NANOS
                && count < TimeUnit.NANOSECONDS.toSeconds(waited) * LEAST_BYTES_PER_SECOND) {
            throw ProblemException.of(ProblemCode.TOO_SLOW);
        }
        return got;
    }

    private int next(byte[] target, int offset, int length) {
        try {
            return in.read(target, offset, length);
        } catch (IOException brokenOff) {
            throw ProblemException.of(ProblemCode.MALFORMED_BODY, "The body broke off, or its framing is damaged.");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
