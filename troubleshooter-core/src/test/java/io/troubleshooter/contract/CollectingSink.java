package io.troubleshooter.contract;

import io.troubleshooter.model.ReplySink;

/** Keeps the pieces of a reply. */
public final class CollectingSink implements ReplySink {

    public final StringBuilder text = new StringBuilder();
    public final StringBuilder arguments = new StringBuilder();
    public final Thread thread = Thread.currentThread();
    public boolean elsewhere;
    public int restarts;
    private final Runnable onPiece;

    public CollectingSink() {
        this(() -> {});
    }

    /** @param onPiece run at each piece, first of all */
    public CollectingSink(Runnable onPiece) {
        this.onPiece = onPiece;
    }

    @Override
    public void text(String piece) {
        seen();
        text.append(piece);
    }

    @Override
    public void arguments(String tool, String fragment) {
        seen();
        arguments.append(fragment);
    }

    private void seen() {
        elsewhere |= Thread.currentThread() != thread;
        onPiece.run();
    }

    @Override
    public void restart() {
        text.setLength(0);
        arguments.setLength(0);
        restarts++;
    }
}
