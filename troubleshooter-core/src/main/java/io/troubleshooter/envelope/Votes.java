package io.troubleshooter.envelope;

/** Counts how often the mark of each weak envelope was seen. */
final class Votes {

    private final WeakLayer[] layers = WeakLayers.create();
    private final int[] hits = new int[layers.length];
    private int seen;

    int seen() {
        return seen;
    }

    /** Looks at what is left of a line once the known envelopes are off; blank lines have no vote. */
    void look(Cursor line) {
        if (line.skipBlanks(line.from()) == line.to()) {
            return;
        }
        seen++;
        for (int i = 0; i < layers.length; i++) {
            hits[i] += layers[i].recognises(line) ? 1 : 0;
        }
    }

    /** The kinds that leave no doubt, as bits. */
    int convinced() {
        int kinds = 0;
        for (int i = 0; i < layers.length; i++) {
            kinds |= hits[i] > 0 && layers[i].convinces(seen, hits[i]) ? 1 << i : 0;
        }
        return kinds;
    }
}
