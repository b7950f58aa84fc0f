package io.troubleshooter.cli.chat;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** A real terminal. Whatever happens, it is left as it was found. */
final class JLineConsole implements Console {

    private static final String PASTE_ON = "\u001b[?2004h";
    private static final String PASTE_OFF = "\u001b[?2004l";
    private static final String ERASE_LINE = "\r\u001b[K";
    private static final int USUAL_WIDTH = 80;

    private final Terminal terminal;
    private final LineReader reader;
    private final Ink ink;
    private final boolean live;
    private final BigPaste paste;
    private final Burst burst;
    private final TypedAhead ahead = new TypedAhead();
    private final Attributes before;
    private final Thread rescue = new Thread(this::giveBack, "tst-terminal");

    private JLineConsole(Terminal terminal, Looks looks) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
        terminal.setAttributes(quiet(before));
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        this.live = looks.live() && !dumb;
        this.ink = new Ink(terminal.writer(), () -> width(looks), looks.color() && !dumb);
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("tst")
                .parser(new DefaultParser().escapeChars(null).quoteChars(new char[0]))
                .completer(new SlashCompleter())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.BELL_STYLE, "none")
                .build();
        this.burst = new Burst(terminal);
        this.paste = BigPaste.watch(reader);
    }

    /**
     * Also while nobody reads, what is typed is not shown and waits as it was typed: in its usual mode the system would
     * echo it into an answer, cut long pastes, and take Ctrl-D for itself.
     */
    private static Attributes quiet(Attributes usual) {
        Attributes quiet = new Attributes(usual);
        quiet.setLocalFlag(Attributes.LocalFlag.ECHO, false);
        quiet.setLocalFlag(Attributes.LocalFlag.ICANON, false);
        quiet.setControlChar(Attributes.ControlChar.VMIN, 1);
        quiet.setControlChar(Attributes.ControlChar.VTIME, 0);
        return quiet;
    }

    /**
     * How to print.
     *
     * @param width 0 for that of the terminal
     * @param live whether a line may be rewritten while something is being done
     */
    record Looks(boolean color, int width, boolean live) {}

    static JLineConsole open(Looks looks) {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .encoding(StandardCharsets.UTF_8)
                    .nativeSignals(true)
                    // Asking the terminal what it can do swallows what was typed meanwhile.
                    .graphemeCluster(false)
                    .build();
            terminal.handle(Terminal.Signal.INT, signal -> {});
            JLineConsole console = new JLineConsole(terminal, looks);
            Runtime.getRuntime().addShutdownHook(console.rescue);
            return console;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int width(Looks looks) {
        int columns = looks.width() > 0 ? looks.width() : terminal.getWidth();
        return columns > 0 ? columns : USUAL_WIDTH;
    }

    @Override
    public Read read(String prompt, String initial) {
        Read waiting = ahead.poll();
        if (waiting != null) {
            return echoed(prompt, waiting);
        }
        String begun = initial + ahead.unfinished();
        Thread.interrupted();
        try {
            String line = reader.readLine(prompt, null, (Character) null, begun.isEmpty() ? null : begun);
            Read.Pasted pasted = paste.take();
            markPastes();
            return pasted == null ? ahead.behind(line, burst.rest()) : pasted;
        } catch (UserInterruptException ctrlC) {
            return new Read.Interrupted(!ctrlC.getPartialLine().isBlank());
        } catch (EndOfFileException | IOError over) {
            return new Read.End();
        }
    }

    /** What was typed unseen is shown where it is taken up. */
    private Read echoed(String prompt, Read waiting) {
        if (waiting instanceof Read.Line line) {
            ink.line(prompt + line.text());
        } else if (waiting instanceof Read.Pasted pasted) {
            ink.line(prompt + BigPaste.label(pasted.text()));
        }
        return waiting;
    }

    /** What is pasted while nobody reads is still to be told from what is typed. */
    private void markPastes() {
        if (live) {
            terminal.writer().write(PASTE_ON);
            terminal.flush();
        }
    }

    @Override
    public Ink ink() {
        return ink;
    }

    @Override
    public void remember(String question) {
        reader.getHistory().add(question);
    }

    @Override
    public void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public int run(ProcessBuilder program) throws IOException {
        try {
            if (terminal.canPauseResume()) {
                terminal.pause(true);
            }
            terminal.setAttributes(before);
            return program.inheritIO().start().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            terminal.setAttributes(quiet(before));
            if (terminal.canPauseResume()) {
                terminal.resume();
            }
        }
    }

    @Override
    public Busy busy(Runnable onInterrupt) {
        markPastes();
        Terminal.SignalHandler idle = terminal.handle(Terminal.Signal.INT, signal -> onInterrupt.run());
        return new Working(idle);
    }

    private final class Working implements Busy {

        private final Terminal.SignalHandler idle;
        private boolean shown;

        private Working(Terminal.SignalHandler idle) {
            this.idle = idle;
        }

        @Override
        public void status(String what) {
            if (shown) {
                terminal.writer().write(ERASE_LINE);
                shown = false;
            }
            if (live && !what.isEmpty()) {
                terminal.writer().write("  ... " + Printable.line(what));
                shown = true;
            }
            terminal.flush();
        }

        @Override
        public void close() {
            status("");
            terminal.handle(Terminal.Signal.INT, idle);
        }
    }

    private void giveBack() {
        if (live) {
            terminal.writer().write(PASTE_OFF);
            terminal.flush();
        }
        terminal.setAttributes(before);
    }

    @Override
    public void close() {
        try {
            giveBack();
            Runtime.getRuntime().removeShutdownHook(rescue);
            terminal.close();
        } catch (IOException | IllegalStateException ending) {
            // Given back already; there is nothing more to be done.
        }
    }
}
