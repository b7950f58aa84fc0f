package io.troubleshooter.evidence;

import io.troubleshooter.text.LineRef;
import java.util.List;

/**
 * What a search found.
 *
 * @param lines the first of them, one line each
 * @param total how many there are, as far as was searched
 * @param stopped whether the search ended before its time
 */
public record Hits(List<LineRef> lines, long total, boolean stopped) {}
