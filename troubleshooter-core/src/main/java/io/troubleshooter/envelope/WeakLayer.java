package io.troubleshooter.envelope;

/** One kind of envelope whose mark must repeat before it counts. One instance serves one source; may keep state. */
interface WeakLayer extends Layer {

    /** Whether the line has the mark. */
    boolean recognises(Cursor line);

    /** Whether so many {@code hits} among so many lines {@code seen} leave no doubt. */
    boolean convinces(int seen, int hits);
}
