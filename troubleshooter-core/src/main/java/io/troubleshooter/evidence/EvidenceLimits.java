package io.troubleshooter.evidence;

/**
 * How much of the redacted lines an analysis keeps. What is beyond is left out in the middle: the first and the last
 * lines stay, half of the bytes each.
 *
 * @param bytes that lines and their index may take, 1 or more; about the size of the input, plus 4 to 25 a line
 */
public record EvidenceLimits(long bytes) {

    public static final EvidenceLimits DEFAULT = new EvidenceLimits(128L << 20);

    public EvidenceLimits {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be 1 or more, was " + bytes);
        }
    }
}
