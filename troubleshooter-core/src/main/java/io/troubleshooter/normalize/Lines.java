package io.troubleshooter.normalize;

import io.troubleshooter.input.RawBlock;
import java.util.Arrays;

/** Gathers the lines of a block: in the block's own bytes, until the first line that had to be changed. */
final class Lines {

    private static final int USUAL_LINE = 80;

    private final RawBlock block;
    private byte[] bytes;
    private boolean copied;
    private int length;
    private int[] starts;
    private int[] ends;
    private int count;

    Lines(RawBlock block) {
        this.block = block;
        this.bytes = block.bytes();
        this.starts = new int[block.length() / USUAL_LINE + 8];
        this.ends = new int[starts.length];
    }

    /** Adds a line as it stands in the block. */
    void keep(int start, int end) {
        if (copied) {
            append(block.bytes(), start, end - start);
        } else {
            add(start, end);
        }
    }

    /** Adds a changed line in place of the one that began at {@code start} in the block. */
    void replace(int start, byte[] text, int textLength) {
        if (!copied) {
            copied = true;
            length = start;
            bytes = Arrays.copyOf(block.bytes(), block.length() + USUAL_LINE);
        }
        append(text, 0, textLength);
    }

    /** Lines are kept one after the other with a line end between, as they stood in the block. */
    private void append(byte[] source, int from, int count) {
        if (length + count >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count + 1, bytes.length + bytes.length / 2));
        }
        System.arraycopy(source, from, bytes, length, count);
        add(length, length + count);
        length += count;
        bytes[length++] = '\n';
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    NormalizedBlock build() {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = block.number(i);
        }
        return new NormalizedBlock(bytes, starts, ends, numbers, count);
    }
}
