package io.troubleshooter.input;

import io.troubleshooter.error.TroubleshooterException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one source as blocks of whole lines, in bounded memory. A block belongs to who took it: its bytes are not used
 * again.
 */
public final class BlockReader implements Closeable {

    private final Feed feed;

    private BlockReader(Feed feed) {
        this.feed = feed;
    }

    /**
     * Opens a source; of a live stream, only as many bytes are awaited as tell its kind.
     *
     * @throws TroubleshooterException if it cannot be read, or is of a kind that is not read
     */
    public static BlockReader open(LogSource source, InputLimits limits) {
        return new BlockReader(Opening.open(source, limits));
    }

    /**
     * The next block, as soon as whole lines are there; null at the end.
     *
     * @throws TroubleshooterException if reading fails, or what comes is no text
     */
    public @Nullable RawBlock next() {
        return feed.next();
    }

    /** Lines of which only the first {@link InputLimits#lineBytes()} bytes were kept, or a little less. */
    public long cutLines() {
        return feed.cutLines();
    }

    /** Bytes read so far, after decompression. */
    public long bytesRead() {
        return feed.bytesRead();
    }

    /** Whether there was more than {@link InputLimits#totalBytes()}, or more than is read of a page of HTML. */
    public boolean limitReached() {
        return feed.limitReached();
    }

    /** Whether compressed data broke off or went wrong; what came before was given. */
    public boolean endedEarly() {
        return feed.endedEarly();
    }

    @Override
    public void close() {
        try {
            feed.close();
        } catch (IOException ignored) {
            // Everything that was wanted has been read.
        }
    }
}
