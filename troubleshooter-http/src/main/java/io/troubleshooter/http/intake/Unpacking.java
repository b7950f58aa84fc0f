package io.troubleshooter.http.intake;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Text out of what may be compressed with gzip, told by its first bytes; bounded in what comes out of how little. */
final class Unpacking {

    /** A compressed file in a compressed body. */
    private static final int MOST_LAYERS = 2;

    private static final int BUFFER = 16 << 10;

    private Unpacking() {}

    /**
     * @param most bytes that may come out, whether anything was compressed or not
     * @throws io.troubleshooter.http.problem.ProblemException if it is compressed too often; from reading, if too much
     *     comes out
     */
    static InputStream open(InputStream in, long most) {
        InputStream text = in;
        for (int layer = 0; layer <= MOST_LAYERS; layer++) {
            PushbackInputStream head = new PushbackInputStream(text, 2);
            if (!startsAsGzip(head)) {
                return new LimitedStream(head, most, () -> Refusals.unpacksTooFar(most));
            }
            text = unzipped(head, most);
        }
        throw Refusals.damaged("It is compressed several times over.");
    }

    private static boolean startsAsGzip(PushbackInputStream in) {
        try {
            byte[] head = new byte[2];
            int got = in.readNBytes(head, 0, 2);
            in.unread(head, 0, got);
            return got == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
        } catch (EOFException | ZipException broken) {
            throw Refusals.damaged("What is compressed with gzip is damaged at its beginning.");
        } catch (IOException brokenOff) {
            throw Refusals.damaged("The body broke off, or its framing is damaged.");
        }
    }

    private static InputStream unzipped(InputStream in, long most) {
        try {
            LimitedStream packed = new LimitedStream(new Waiting(in), Long.MAX_VALUE, Refusals::bomb);
            return new RatioStream(new GZIPInputStream(packed, BUFFER), packed, most);
        } catch (IOException broken) {
            throw Refusals.damaged("What is compressed with gzip is damaged at its beginning.");
        }
    }

    /** Says that there is more, always: gzip asks before it looks for another member, and a slow body is not at its end. */
    private static final class Waiting extends FilterInputStream {

        Waiting(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }

    /** Refuses what grows out of all proportion before it has cost much. */
    private static final class RatioStream extends FilterInputStream {

        private static final long HARMLESS = 16 << 20;
        private static final long MOST_TIMES = 250;

        private final LimitedStream packed;
        private final LimitedStream unpacked;

        RatioStream(InputStream in, LimitedStream packed, long most) {
            super(new LimitedStream(in, most, () -> Refusals.unpacksTooFar(most)));
            this.packed = packed;
            this.unpacked = (LimitedStream) super.in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            check();
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = in.read(target, offset, length);
            check();
            return got;
        }

        private void check() {
            if (unpacked.count() > HARMLESS && unpacked.count() / MOST_TIMES > packed.count()) {
                throw Refusals.bomb();
            }
        }
    }
}
