package io.troubleshooter.input;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Blocks of a byte stream. Gives whole lines as soon as a read brings one; holds one block and one line at most. */
final class StreamFeed implements Feed {

    private static final int BLOCK = 256 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private final InputStream in;
    private final String name;
    private final InputLimits limits;
    private final TextCheck check;
    private final PartCutter parts;

    private byte[] buffer = new byte[BLOCK];
    private int end;
    /** Bytes at the head of the buffer that are known to hold no line end. */
    private int searched;
    /** Whether the rest of a line that was cut is still to be passed over. */
    private boolean skipping;

    private boolean boundaryOpen;
    private boolean ended;
    private boolean limitReached;
    private boolean endedEarly;
    private long line = 1;
    private long cutLines;
    private long bytesRead;

    StreamFeed(InputStream in, String name, InputLimits limits) {
        this.in = in;
        this.name = name;
        this.limits = limits;
        this.check = new TextCheck(name);
        this.parts = new PartCutter(limits.partBytes());
    }

    @Override
    public @Nullable RawBlock next() {
        while (true) {
            int whole = wholeLines();
            boolean tooLong = whole == 0 && headIsTooLong();
            if (whole == 0 && !tooLong && !ended) {
                read();
            } else if (end == 0) {
                return null;
            } else if (boundaryOpen && closeBoundary()) {
                return new RawBlock(NOTHING, 0, line, true);
            } else if (tooLong) {
                return cutHead();
            } else {
                return take(whole > 0 ? whole : end);
            }
        }
    }

    /** Bytes of the whole lines at the head of the buffer of which none is too long. */
    private int wholeLines() {
        int whole = LineBytes.afterLastLineEnd(buffer, searched, end);
        if (whole < 0) {
            searched = end;
            return 0;
        }
        return whole <= limits.lineBytes() ? whole : wholeWithinLimit(whole);
    }

    private int wholeWithinLimit(int whole) {
        int start = 0;
        while (start < whole) {
            int next = LineBytes.afterLineEnd(buffer, start, whole);
            if (next - 1 - start > limits.lineBytes()) {
                return start;
            }
            start = next;
        }
        return whole;
    }

    private boolean headIsTooLong() {
        return end > limits.lineBytes() && (searched == end || !headEndsWithinLimit());
    }

    private boolean headEndsWithinLimit() {
        return LineBytes.afterLineEnd(buffer, 0, Math.min(end, limits.lineBytes() + 1)) > 0;
    }

    private boolean closeBoundary() {
        boundaryOpen = false;
        return parts.endsBefore(buffer, 0, Math.min(end, limits.lineBytes() + 1));
    }

    private RawBlock take(int length) {
        int partEnd = parts.take(buffer, length);
        int taken = partEnd < 0 ? length : partEnd;
        byte[] bytes = Arrays.copyOf(buffer, taken);
        drop(taken);
        boundaryOpen = partEnd < 0 && parts.isFull();
        RawBlock block = new RawBlock(bytes, taken, line, partEnd >= 0);
        line += LineBytes.countLineEnds(bytes, taken);
        return block;
    }

    private RawBlock cutHead() {
        int cut = LineBytes.cutBefore(buffer, 0, limits.lineBytes());
        byte[] bytes = Arrays.copyOf(buffer, cut + 1);
        bytes[cut] = '\n';
        cutLines++;
        parts.take(bytes, bytes.length);
        boundaryOpen = parts.isFull();
        skipping = true;
        drop(cut);
        skipRest();
        return new RawBlock(bytes, bytes.length, line++, false);
    }

    private void drop(int count) {
        System.arraycopy(buffer, count, buffer, 0, end - count);
        end -= count;
        searched = 0;
    }

    private void skipRest() {
        int next = LineBytes.afterLineEnd(buffer, 0, end);
        skipping = next < 0;
        drop(next < 0 ? end : next);
    }

    private void read() {
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * end, limits.lineBytes() + 1L));
        }
        int room = (end < BLOCK ? Math.min(BLOCK, buffer.length) : buffer.length) - end;
        int got = readUpTo(room);
        if (got < 0) {
            finish();
            return;
        }
        check.look(buffer, end, end + got);
        bytesRead += got;
        end += got;
        if (skipping) {
            skipRest();
        }
    }

    private int readUpTo(int room) {
        try {
            long allowed = limits.totalBytes() - bytesRead;
            if (allowed > 0) {
                return in.read(buffer, end, (int) Math.min(room, allowed));
            }
            limitReached = in.read() >= 0;
            return -1;
        } catch (EOFException | ZipException broken) {
            endedEarly = true;
            return -1;
        } catch (IOException failure) {
            throw new TroubleshooterException(
                    Code.UNREADABLE_INPUT,
                    name + " could not be read to its end",
                    "Check that the file or the program that writes it is still there, and try again.");
        }
    }

    private void finish() {
        ended = true;
        check.finish();
        // Half a line at the limit could hold half a secret that nobody recognises.
        if (limitReached && line > 1) {
            end = 0;
        }
    }

    @Override
    public long cutLines() {
        return cutLines;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public boolean limitReached() {
        return limitReached;
    }

    @Override
    public boolean endedEarly() {
        return endedEarly;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
