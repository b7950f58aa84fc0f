package io.troubleshooter.input;

/**
 * How much is read, as one value.
 *
 * @param lineBytes bytes of a line that are kept; the rest is passed over and the cut is said
 * @param totalBytes bytes of one source, after decompression; the rest is not read and that is said
 * @param partBytes size at which a source is cut into parts, which threads may work on side by side
 */
public record InputLimits(int lineBytes, long totalBytes, int partBytes) {

    public static final InputLimits DEFAULT = new InputLimits(1 << 20, Long.MAX_VALUE, 4 << 20);

    public InputLimits {
        if (lineBytes < 1 || totalBytes < 1 || partBytes < 1) {
            throw new IllegalArgumentException(
                    "limits must be 1 or more: " + lineBytes + ", " + totalBytes + ", " + partBytes);
        }
    }
}
