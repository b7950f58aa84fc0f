package io.troubleshooter.input;

import java.io.Closeable;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads one source as blocks of whole lines, in bounded memory. */
public final class BlockReader implements Closeable {

    private final InputStream in;
    private final InputLimits limits;

    private BlockReader(InputStream in, InputLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    public static BlockReader open(LogSource source, InputLimits limits) {
        return new BlockReader(InputStream.nullInputStream(), limits);
    }

    /** The next block, as soon as whole lines are there; null at the end. */
    public @Nullable RawBlock next() {
        throw new IllegalStateException("owned by the input work " + in + limits);
    }

    /** Lines of which only the first {@link InputLimits#lineBytes()} bytes were kept. */
    public long cutLines() {
        return 0;
    }

    /** Bytes read so far, after decompression. */
    public long bytesRead() {
        return 0;
    }

    @Override
    public void close() {}
}
