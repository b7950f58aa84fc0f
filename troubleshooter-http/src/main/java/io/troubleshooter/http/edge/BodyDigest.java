package io.troubleshooter.http.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes a body while somebody else reads it. For one thread at a time. */
final class BodyDigest extends FilterInputStream {

    private final MessageDigest digest;
    private long count;
    private boolean ended;

    BodyDigest(InputStream body) {
        super(body);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }

    /**
     * What was read.
     *
     * @param count bytes
     * @param hash of these
     * @param ended whether that was all
     */
    record Read(long count, String hash, boolean ended) {

        /** Whether this body begins like that, and ends there if that one did. Reads no more than needed for it. */
        boolean isOf(InputStream body) throws IOException {
            BodyDigest again = new BodyDigest(body);
            again.readUpTo(count);
            return again.count == count
                    && again.soFar().hash().equals(hash)
                    && (!ended || again.read(new byte[1], 0, 1) < 0);
        }
    }

    /** As long as nothing more is read. */
    Read soFar() {
        try {
            return new Read(count, HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest()), ended);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible); // that of the platform can
        }
    }

    private void readUpTo(long end) throws IOException {
        byte[] buffer = new byte[16 << 10];
        while (count < end && !ended) {
            read(buffer, 0, (int) Math.min(buffer.length, end - count));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            digest.update(target, offset, read);
            count += read;
        }
        ended |= read < 0;
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] passed = new byte[(int) Math.min(16 << 10, Math.max(0, bytes))];
        return Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
