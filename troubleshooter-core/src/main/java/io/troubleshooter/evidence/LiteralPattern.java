package io.troubleshooter.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Words as they stand, found by Horspool's algorithm over bytes in lower case. */
final class LiteralPattern extends LinePattern {

    /** Skips between two looks at the clock. */
    private static final int STRIDE = 1 << 20;

    private static final byte[] LOWER = lower();

    private final byte[] words;
    private final int[] skips = new int[256];

    LiteralPattern(String literal) {
        words = literal.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < words.length; i++) {
            words[i] = LOWER[words[i] & 0xff];
        }
        Arrays.fill(skips, words.length);
        for (int b = 0; b < 256; b++) {
            for (int i = 0; i < words.length - 1; i++) {
                if (LOWER[b] == words[i]) {
                    skips[b] = words.length - 1 - i;
                }
            }
        }
    }

    private static byte[] lower() {
        byte[] lower = new byte[256];
        for (int i = 0; i < 256; i++) {
            lower[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
        }
        return lower;
    }

    @Override
    Scan scan(BooleanSupplier stop) {
        return (bytes, from, to) -> next(bytes, from, to, stop);
    }

    private int next(byte[] bytes, int from, int to, BooleanSupplier stop) {
        int last = words.length - 1;
        int clock = 0;
        int at = from;
        while (at + last < to) {
            if (matches(bytes, at)) {
                return at;
            }
            at += skips[bytes[at + last] & 0xff];
            if (++clock == STRIDE) {
                clock = 0;
                check(stop);
            }
        }
        return -1;
    }

    private static void check(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new Stopped();
        }
    }

    private boolean matches(byte[] bytes, int at) {
        for (int i = words.length - 1; i >= 0; i--) {
            if (LOWER[bytes[at + i] & 0xff] != words[i]) {
                return false;
            }
        }
        return true;
    }
}
