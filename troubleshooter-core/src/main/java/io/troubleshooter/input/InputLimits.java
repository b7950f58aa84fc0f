package io.troubleshooter.input;

/**
 * How much is read, as one value.
 *
 * @param lineBytes bytes of a line that are kept; the rest is passed over and the cut is said
 * @param totalBytes bytes of one source, after decompression; the rest is not read and that is said
 * @param partBytes size at which a source is cut into parts, which threads may work on side by side
 * @param pageBytes bytes of a page of HTML; it is held as a tree while it is read, which takes many times its size
 */
public record InputLimits(int lineBytes, long totalBytes, int partBytes, int pageBytes) {

    public static final InputLimits DEFAULT = new InputLimits(1 << 20, Long.MAX_VALUE, 4 << 20);

    /** With the usual limit of pages. */
    public InputLimits(int lineBytes, long totalBytes, int partBytes) {
        this(lineBytes, totalBytes, partBytes, 16 << 20);
    }

    public InputLimits {
        if (lineBytes < 1 || totalBytes < 1 || partBytes < 1 || pageBytes < 1) {
            throw new IllegalArgumentException(
                    "limits must be 1 or more: " + lineBytes + ", " + totalBytes + ", " + partBytes + ", " + pageBytes);
        }
    }
}
