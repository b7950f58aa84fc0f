package io.troubleshooter.input;

import org.jspecify.annotations.Nullable;

/**
 * Some whole lines of a source, as read. Not a record, so that nothing prints or serializes its content.
 *
 * <p>Lines are separated by {@code \n}; a {@code \r} before it is still there. Only the last line of a source may lack
 * its {@code \n}. A block without any line is possible: it only says that the part ended with the block before it.
 */
public final class RawBlock {

    private final byte[] bytes;
    private final int length;
    private final long firstLine;
    private final boolean endsPart;
    private final long @Nullable [] numbers;

    /**
     * @param length how many of {@code bytes} count
     * @param firstLine number of the first line in the source, from 1
     * @param endsPart whether a part of the source ends here: parts are cut by size alone, so that the same input is
     *     cut alike however fast it arrives and whatever the number of threads
     */
    public RawBlock(byte[] bytes, int length, long firstLine, boolean endsPart) {
        this(bytes, length, firstLine, endsPart, null);
    }

    RawBlock(byte[] bytes, int length, long firstLine, boolean endsPart, long @Nullable [] numbers) {
        this.bytes = bytes;
        this.length = length;
        this.firstLine = firstLine;
        this.endsPart = endsPart;
        this.numbers = numbers;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Number of the block's first line in the source, from 1. */
    public long firstLine() {
        return firstLine;
    }

    /** Physical number of line {@code index} of this block, where lines were taken out of a page. */
    public long number(int index) {
        return numbers == null ? firstLine + index : numbers[index];
    }

    public boolean endsPart() {
        return endsPart;
    }

    @Override
    public String toString() {
        return "RawBlock[" + length + " bytes]";
    }
}
