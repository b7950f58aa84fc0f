package io.troubleshooter.evidence;

/** Some of the 256 bytes. */
final class ByteSet {

    private final long[] bits = new long[4];

    static ByteSet of(int from, int to) {
        return new ByteSet().add(from, to);
    }

    /** One byte; of a letter of ASCII, both cases. */
    static ByteSet of(int b) {
        return new ByteSet().addFolded(b, b);
    }

    ByteSet add(int from, int to) {
        for (int b = from; b <= to; b++) {
            bits[b >> 6] |= 1L << (b & 63);
        }
        return this;
    }

    ByteSet addFolded(int from, int to) {
        add(from, to);
        for (int b = from; b <= to; b++) {
            if (b >= 'A' && b <= 'Z') {
                add(b + 32, b + 32);
            } else if (b >= 'a' && b <= 'z') {
                add(b - 32, b - 32);
            }
        }
        return this;
    }

    ByteSet addAll(ByteSet other) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= other.bits[i];
        }
        return this;
    }

    /** The bytes of ASCII that are not in it. */
    ByteSet otherAscii() {
        ByteSet other = new ByteSet();
        other.bits[0] = ~bits[0];
        other.bits[1] = ~bits[1];
        return other;
    }

    boolean has(int b) {
        return (bits[b >> 6] >>> (b & 63) & 1) != 0;
    }

    boolean isEmpty() {
        return (bits[0] | bits[1] | bits[2] | bits[3]) == 0;
    }
}
