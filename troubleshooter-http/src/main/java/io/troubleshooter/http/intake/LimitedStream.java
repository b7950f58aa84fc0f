package io.troubleshooter.http.intake;

import io.troubleshooter.http.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Counts what is really read, whatever a header says of it, and refuses more than allowed. */
final class LimitedStream extends FilterInputStream {

    private final long most;
    private final Supplier<ProblemException> refusal;
    private long count;

    LimitedStream(InputStream in, long most, Supplier<ProblemException> refusal) {
        super(in);
        this.most = most;
        this.refusal = refusal;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        counted(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = in.read(target, offset, length);
        counted(Math.max(0, got));
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        counted(skipped);
        return skipped;
    }

    private void counted(long more) {
        count += more;
        if (count > most) {
            throw refusal.get();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
