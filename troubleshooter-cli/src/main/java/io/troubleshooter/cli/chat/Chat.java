package io.troubleshooter.cli.chat;

import io.troubleshooter.conversation.Answer;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.Cancellation;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation in the terminal, from the first look at the evidence to Ctrl-D. */
public final class Chat {

    private static final String PROMPT = "> ";

    private final Desk desk;
    private final Console console;
    private final History history;
    private final Editor editor;
    private final Talk talk;
    private final Intake intake;
    private final Commands commands;
    private final Ink ink;

    Chat(Desk desk, Console console, Setup setup) {
        this.desk = desk;
        this.console = console;
        this.history = new History(setup.history());
        this.editor = new Editor(console, setup.editor());
        this.talk = new Talk(setup.resume() == null ? desk.begin() : desk.resume(setup.resume()));
        this.intake = new Intake(desk, console, talk);
        this.commands = new Commands(desk, console, talk, intake);
        this.ink = console.ink();
    }

    /**
     * What a chat begins with.
     *
     * @param pipe a log to be read; null for none
     * @param resume id of the session to go on with, empty for the last, null for a new one
     * @param history where questions are kept; null for nowhere
     * @param editor command line of the user's editor
     * @param width columns; 0 for those of the terminal
     * @param live whether a line may be rewritten while something is being done
     */
    public record Setup(
            List<String> files,
            @Nullable InputStream pipe,
            @Nullable String resume,
            @Nullable Path history,
            String editor,
            boolean color,
            int width,
            boolean live) {}

    /** Talks until the user leaves, and gives the terminal back as it was. */
    public static void run(Desk desk, Setup setup) {
        try (Console console = JLineConsole.open(new JLineConsole.Looks(setup.color(), setup.width(), setup.live()))) {
            new Chat(desk, console, setup).run(setup);
        }
    }

    void run(Setup setup) {
        history.load().forEach(console::remember);
        begin(setup);
        String typed = "";
        boolean goOn = true;
        while (goOn) {
            Read read = console.read(PROMPT, typed);
            typed = "";
            if (read instanceof Read.End) {
                goOn = false;
            } else if (read instanceof Read.Interrupted interrupted) {
                ink.line(interrupted.hadText() ? "" : "Ctrl-D leaves.");
            } else if (read instanceof Read.Pasted pasted) {
                typed = pasted.typed();
                guarded(() -> intake.text(pasted.text(), "pasted"));
            } else if (read instanceof Read.Line line) {
                goOn = line(line.text());
            }
        }
    }

    private void begin(Setup setup) {
        if (setup.resume() != null) {
            commands.shown();
        }
        InputStream pipe = setup.pipe();
        if (pipe != null) {
            guarded(() -> intake.pipe(pipe));
        }
        if (!setup.files().isEmpty()) {
            guarded(() -> intake.files(setup.files()));
        }
        String saved = desk.keeps() ? " Saved as " + talk.id() + "." : "";
        ink.prose(
                0,
                "Ask, or /help. Ctrl-C stops an answer, Ctrl-D leaves. Answers come from " + desk.analyst() + "."
                        + saved);
    }

    /** Returns whether to go on. */
    private boolean line(String first) {
        String text = first;
        while (text.endsWith("\\")) {
            if (!(console.read("| ", "") instanceof Read.Line next)) {
                return true;
            }
            text = text.substring(0, text.length() - 1) + "\n" + next.text();
        }
        Input input = Input.of(text);
        if (input instanceof Input.Command command && command.command() == SlashCommand.QUIT) {
            return false;
        }
        guarded(() -> take(input));
        return true;
    }

    private void take(Input input) {
        if (input instanceof Input.Question question) {
            ask(question.text());
        } else if (input instanceof Input.Unknown unknown) {
            ink.line("There is no " + unknown.word() + "; /help lists what there is.");
        } else if (input instanceof Input.Command command) {
            switch (command.command()) {
                case PASTE -> pasteByHand();
                case EDIT -> ask(editor.write());
                default -> commands.run(command.command(), command.argument());
            }
        }
    }

    private void ask(String question) {
        if (question.isBlank()) {
            return;
        }
        console.remember(question.replace('\n', ' '));
        history.add(desk.redact(question).toString());
        Cancellation cancellation = new Cancellation();
        try (Console.Busy busy = console.busy(cancellation::cancel)) {
            AnswerView view = new AnswerView(ink, busy);
            Answer answer = talk.conversation().ask(question, view, cancellation);
            view.finish(answer, cancellation.isCancelled(), desk.balance());
        }
    }

    private void pasteByHand() {
        ink.line("Lines, then a single dot:");
        StringBuilder text = new StringBuilder();
        while (true) {
            Read read = console.read("| ", "");
            if (read instanceof Read.Pasted pasted) {
                text.append(pasted.text()).append('\n');
            } else if (read instanceof Read.Line line && !line.text().equals(".")) {
                text.append(line.text()).append('\n');
            } else {
                break;
            }
        }
        if (text.length() > 0) {
            intake.text(text.toString(), "pasted");
        }
    }

    /** Whatever goes wrong is said, and the chat goes on. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (TroubleshooterException failed) {
            ink.prose(0, String.valueOf(failed.getMessage()));
            ink.to(2).prose(2, failed.advice());
        } catch (RuntimeException defect) {
            String name = defect.getClass().getSimpleName();
            ink.prose(0, "That failed (" + name + "), which is a defect of tst. The conversation goes on.");
        }
    }
}
