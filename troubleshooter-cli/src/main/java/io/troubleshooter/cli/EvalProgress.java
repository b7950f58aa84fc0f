package io.troubleshooter.cli;

/** Which case is in work, on one line of a terminal; nothing where nobody looks. */
final class EvalProgress implements AutoCloseable {

    private final Surroundings around;
    private final int cases;
    private final boolean live;
    private int done;

    EvalProgress(Surroundings around, int cases) {
        this.around = around;
        this.cases = cases;
        this.live = around.terminals().err() && Looks.liveLine(around);
    }

    void begin(String id) {
        done++;
        say("case " + done + " of " + cases + "  " + Printable.line(id));
    }

    private void say(String line) {
        if (live) {
            around.err().print("\r" + line + "\u001b[K");
            around.err().flush();
        }
    }

    @Override
    public void close() {
        say("");
    }
}
