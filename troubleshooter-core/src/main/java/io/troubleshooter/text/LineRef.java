package io.troubleshooter.text;

/**
 * Physical lines of one source, as the user counts them: the unit of every citation.
 *
 * @param source the source's id, {@code S1}, {@code S2}, ... in the order given; {@code T1}, ... for tool outputs
 * @param first first line, from 1
 * @param last last line, inclusive, not below {@code first}
 */
public record LineRef(String source, long first, long last) {

    public LineRef {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("lines " + first + " to " + last + " are no range from 1 upwards");
        }
    }

    public static LineRef of(String source, long line) {
        return new LineRef(source, line, line);
    }

    public boolean overlaps(LineRef other) {
        return source.equals(other.source) && first <= other.last && other.first <= last;
    }

    /** Written out, as is {@link #hashCode()}: what a record makes of itself takes 20 ms to link when a program starts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LineRef that && first == that.first && last == that.last && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * source.hashCode() + Long.hashCode(first)) + Long.hashCode(last);
    }

    /** {@code S1:12} or {@code S1:12-14}, the form used in every report. */
    @Override
    public String toString() {
        return source + ":" + first + (last == first ? "" : "-" + last);
    }
}
