package io.troubleshooter.text;

/**
 * A half-open range of byte offsets.
 *
 * @param start first offset, from 0
 * @param end offset after the last, not below {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + " to " + end + " is no range from 0 upwards");
        }
    }

    public int length() {
        return end - start;
    }
}
