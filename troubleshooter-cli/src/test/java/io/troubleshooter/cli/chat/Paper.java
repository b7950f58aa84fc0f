package io.troubleshooter.cli.chat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** A console for tests: what is typed is given beforehand, what is printed can be read. */
final class Paper implements Console {

    final List<String> remembered = new ArrayList<>();
    private final StringWriter text = new StringWriter();
    private final Queue<Read> reads = new ArrayDeque<>();
    private final Ink ink;
    private Runnable atBusy = () -> {};

    private Paper(int columns, boolean color) {
        this.ink = new Ink(new PrintWriter(text), () -> columns, color);
    }

    static Paper of(int columns) {
        return new Paper(columns, false);
    }

    static Paper colored(int columns) {
        return new Paper(columns, true);
    }

    Paper typed(String... lines) {
        Arrays.stream(lines).map(Read.Line::new).forEach(reads::add);
        return this;
    }

    Paper then(Read read) {
        reads.add(read);
        return this;
    }

    String text() {
        ink.flush();
        return text.toString();
    }

    @Override
    public Read read(String prompt, String initial) {
        Read next = reads.poll();
        text.append(prompt).append(initial).append('\n');
        return next == null ? new Read.End() : next;
    }

    @Override
    public Ink ink() {
        return ink;
    }

    @Override
    public void remember(String question) {
        remembered.add(question);
    }

    /** From now on, Ctrl-C comes as soon as an answer is begun. */
    Paper interrupting() {
        atBusy = null;
        return this;
    }

    @Override
    public Busy busy(Runnable onInterrupt) {
        if (atBusy == null) {
            onInterrupt.run();
        }
        return new Busy() {
            @Override
            public void status(String what) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public int run(ProcessBuilder program) throws java.io.IOException {
        try {
            return program.start().waitFor();
        } catch (InterruptedException stopped) {
            throw new java.io.InterruptedIOException();
        }
    }

    @Override
    public void clear() {}

    @Override
    public void close() {}
}
