package io.troubleshooter.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The yardstick: one look-up in a table of 256 entries per byte and nothing else, which is the least that a scanner of
 * bytes can do. Prints MB/s of the best of five passes.
 */
public final class ByteClassLoop {

    private ByteClassLoop() {}

    /** Reads {@code args[0]}, at most 1 GiB of it. */
    public static void main(String[] args) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            bytes = in.readNBytes(1 << 30);
        }
        double best = 0;
        long sum = 0;
        for (int pass = 0; pass < 5; pass++) {
            long start = System.nanoTime();
            sum += classes(bytes);
            best = Math.max(best, bytes.length * 1e3 / (System.nanoTime() - start));
        }
        System.out.printf("%.0f MB/s (checksum %d)%n", best, sum);
    }

    static long classes(byte[] bytes) {
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) (Character.isLetterOrDigit(i) ? 1 : i < 32 ? 2 : 0);
        }
        long sum = 0;
        for (byte b : bytes) {
            sum += table[b & 0xff];
        }
        return sum;
    }
}
