package io.troubleshooter.http.view;

/** A bounded JSON array of arrays, being written. */
final class Rows {

    private static final int MAX = 100_000;

    private final StringBuilder out = new StringBuilder("[");
    private int rows;
    private boolean complete = true;

    /** @param elements of the row, as JSON, with commas between them */
    void add(String elements) {
        if (rows == MAX) {
            complete = false;
            return;
        }
        out.append(rows++ == 0 ? "[" : ",[").append(elements).append(']');
    }

    /** Whether all that was added is in it. */
    boolean complete() {
        return complete;
    }

    String json() {
        return out + "]";
    }
}
