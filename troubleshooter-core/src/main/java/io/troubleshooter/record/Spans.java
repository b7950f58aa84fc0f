package io.troubleshooter.record;

/**
 * Named parts of a line.
 *
 * @param bounds start and end offset of each, by turns
 */
record Spans(String[] names, int[] bounds) {

    int size() {
        return names.length;
    }

    int from(int index) {
        return bounds[2 * index];
    }

    int to(int index) {
        return bounds[2 * index + 1];
    }
}
