package io.troubleshooter.aws.dynamo;

import io.troubleshooter.redact.RedactedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A text on its way to the bucket, compressed and cut wherever a chunk is full. Holds one chunk. Not thread-safe. */
final class Chunks {

    /** Fewer, larger objects: each costs a request, and the wait for it. */
    static final int SIZE = 1 << 20;

    private static final int STEP = 16 << 10;

    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    private final byte[] step = new byte[STEP];
    private final Consumer<byte[]> full;
    private @Nullable Fast packing;

    /** @param full is given each chunk that is full */
    Chunks(Consumer<byte[]> full) {
        this.full = full;
    }

    void append(RedactedText text) {
        try {
            for (int from = 0; from < text.length(); from += STEP) {
                write(text.slice(from, Math.min(text.length(), from + STEP)));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write(RedactedText text) throws IOException {
        if (packing == null) {
            packing = new Fast(chunk);
        }
        packing.write(step, 0, text.copyTo(step, 0));
        if (chunk.size() >= SIZE) {
            full.accept(rest());
        }
    }

    /** What is in the chunk; empty where nothing is. */
    byte[] rest() {
        try {
            if (packing != null) {
                packing.close();
                packing = null;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] bytes = chunk.toByteArray();
        chunk.reset();
        return bytes;
    }

    /** Somebody waits for it: three times as fast as usual, for a third more bytes. */
    private static final class Fast extends GZIPOutputStream {
        Fast(ByteArrayOutputStream out) throws IOException {
            super(out, STEP);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
