package io.troubleshooter.redact;

import java.util.SplittableRandom;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) with a key of its own per session, so that the table of pseudonyms holds
 * no values and nobody outside can build values that collide. Nothing that is printed depends on the key.
 */
final class KeyedHash {

    private final long k0;
    private final long k1;

    KeyedHash() {
        SplittableRandom random = new SplittableRandom();
        k0 = random.nextLong();
        k1 = random.nextLong() ^ System.nanoTime();
    }

    KeyedHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    /** The hash of the bytes from {@code from} to before {@code to}. */
    long of(byte[] bytes, int from, int to) {
        State s = new State(k0, k1);
        int i = from;
        for (; i + 8 <= to; i += 8) {
            s.absorb(word(bytes, i, 8));
        }
        s.absorb(word(bytes, i, to - i) | (long) (to - from) << 56);
        return s.finish();
    }

    private static long word(byte[] bytes, int at, int count) {
        long word = 0;
        for (int k = 0; k < count; k++) {
            word |= (bytes[at + k] & 0xffL) << 8 * k;
        }
        return word;
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long k0, long k1) {
            v0 = k0 ^ 0x736f6d6570736575L;
            v1 = k1 ^ 0x646f72616e646f6dL;
            v2 = k0 ^ 0x6c7967656e657261L;
            v3 = k1 ^ 0x7465646279746573L;
        }

        void absorb(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
