package io.troubleshooter.normalize;

/**
 * Lines of valid UTF-8 without control codes, not yet redacted. Not a record, so that nothing prints or serializes its
 * content.
 *
 * <p>The text of line {@code i} stands in {@code bytes} from {@code start(i)} to {@code end(i)}, line ends excluded.
 */
public final class NormalizedBlock {

    private final byte[] bytes;
    private final int[] starts;
    private final int[] ends;
    private final long[] numbers;
    private final int lines;

    /**
     * @param starts offset of each line's first byte
     * @param ends offset after each line's last byte
     * @param numbers physical line number of each line, from 1, never falling; HTML may give one number to several
     * @param lines how many entries of the three arrays count
     */
    public NormalizedBlock(byte[] bytes, int[] starts, int[] ends, long[] numbers, int lines) {
        this.bytes = bytes;
        this.starts = starts;
        this.ends = ends;
        this.numbers = numbers;
        this.lines = lines;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int lines() {
        return lines;
    }

    public int start(int line) {
        return starts[line];
    }

    public int end(int line) {
        return ends[line];
    }

    public long number(int line) {
        return numbers[line];
    }

    @Override
    public String toString() {
        return "NormalizedBlock[" + lines + " lines]";
    }
}
