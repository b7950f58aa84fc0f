package io.troubleshooter.evidence;

import io.troubleshooter.text.LineRef;
import java.util.List;

/**
 * What a search found.
 *
 * @param found the first of them, in the order of reading
 * @param total how many there are, as far as was searched
 * @param stopped whether the search ended before its time
 */
public record Hits(List<Hit> found, long total, boolean stopped) {

    /**
     * A line that was found.
     *
     * @param offset a byte of the line that belongs to what was looked for, or is at its end
     */
    public record Hit(LineRef line, int offset) {}

    /** The lines of what was found. */
    public List<LineRef> lines() {
        return found.stream().map(Hit::line).toList();
    }
}
