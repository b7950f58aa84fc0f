package io.troubleshooter.http.work;

/**
 * Something that wants a place.
 *
 * @param caller whose turn it takes
 * @param flow of which only one has a place at a time, such as a session; empty for none
 * @param start runs when there is a place, and does not block
 */
record Ticket(String caller, String flow, Runnable start) {

    boolean alone() {
        return !flow.isEmpty();
    }
}
