package io.troubleshooter.report;

import java.util.Map;

/**
 * How the report looks in a terminal.
 *
 * @param width columns; 0 where nothing may be cut, as in a pipe
 * @param color whether ANSI colours are used; every colour repeats a word
 * @param verbose whether all evidence is shown, or what fits on about one screen
 * @param links address of each source by its id, in which {@code {line}} stands for a line number; a source without
 *     one is not linked
 */
public record TextOptions(int width, boolean color, boolean verbose, Map<String, String> links) {

    /** What a pipe gets: no colour, no link, nothing cut. */
    public static final TextOptions PLAIN = new TextOptions(0, false, false, Map.of());

    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST_PROSE = 120;

    public TextOptions {
        if (width < 0) {
            throw new IllegalArgumentException("width must be 0 or more, was " + width);
        }
        links = Map.copyOf(links);
    }

    /** Columns to lay out for. */
    int columns() {
        return width == 0 ? USUAL_WIDTH : Math.max(NARROWEST, width);
    }

    int proseColumns() {
        return Math.min(columns(), WIDEST_PROSE);
    }

    /** Columns that {@code taken} leaves free for text that may be cut; without bound in a pipe. */
    int room(int taken) {
        return width == 0 ? Integer.MAX_VALUE : Math.max(10, columns() - taken);
    }
}
