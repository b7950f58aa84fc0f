package io.troubleshooter.cli;

import io.troubleshooter.cli.chat.Chat;
import io.troubleshooter.conversation.SessionStore.Header;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tst chat}: a conversation in the terminal; also the list of those kept. */
final class ChatCommand {

    private static final int TITLE = 50;

    private final Surroundings around;
    private final Settings settings;

    ChatCommand(Surroundings around, Settings settings) {
        this.around = around;
        this.settings = settings;
    }

    int run(List<String> operands) throws IOException {
        boolean keep = !settings.has(Option.NO_SAVE);
        boolean talks = !settings.has(Option.LIST) && !settings.has(Option.DELETE);
        if (talks) {
            refuseNoTerminal();
        }
        Stores stores = keep ? Stores.onFile(settings, around) : Stores.inMemory(settings, around);
        try (Assistant assistant = Assistant.open(settings, around, stores)) {
            ChatDesk desk = new ChatDesk(around, assistant);
            if (settings.has(Option.LIST)) {
                return list(desk.sessions());
            }
            String delete = settings.given(Option.DELETE);
            return delete == null ? talk(desk, operands, keep) : delete(desk, stores, delete);
        }
    }

    /** Keys come from the terminal, the launcher has seen to that; the log of a pipe from elsewhere. */
    private void refuseNoTerminal() {
        boolean keys = around.terminals().in() || !pipe().isEmpty();
        if (!keys || !around.terminals().out()) {
            throw new UsageException(
                    "tst chat needs a terminal",
                    "For a single question: tst app.log --ask \"what happened at 09:43?\"");
        }
    }

    /** Where the launcher has moved a log that is piped in; empty where there is none. */
    private static String pipe() {
        return System.getProperty("tst.logs", "");
    }

    private int talk(ChatDesk desk, List<String> operands, boolean keep) throws IOException {
        boolean pipeWanted = operands.isEmpty() || operands.contains("-");
        try (InputStream pipe = pipeWanted && !pipe().isEmpty() ? new FileInputStream(pipe()) : null) {
            Chat.run(desk, setup(operands, pipe, keep));
        }
        return Cli.DONE;
    }

    private Chat.Setup setup(List<String> operands, @Nullable InputStream pipe, boolean keep) {
        Path history = keep ? Folders.data(around.environment()).resolve("history") : null;
        String visual = around.variable("VISUAL");
        String editor = visual.isEmpty() ? around.variable("EDITOR") : visual;
        boolean fixedWidth = !settings.value(Option.WIDTH).equals("auto");
        return new Chat.Setup(
                operands.stream().filter(operand -> !operand.equals("-")).toList(),
                pipe,
                settings.given(Option.RESUME),
                history,
                editor.isEmpty() ? "vi" : editor,
                Looks.color(settings, around),
                fixedWidth ? Looks.width(settings, around) : 0,
                Looks.liveLine(around));
    }

    private int list(List<Header> sessions) throws IOException {
        Output out = new Output(around.out());
        if (sessions.isEmpty()) {
            out.print("No session is kept.\n");
        }
        for (Header session : sessions) {
            String title = Printable.line(session.title());
            String id = session.id().substring(0, Math.min(8, session.id().length()));
            String day = session.updated().toString().substring(0, 16).replace('T', ' ');
            out.print(id + "  " + day + "  " + title.substring(0, Math.min(TITLE, title.length())) + "\n");
        }
        return Cli.DONE;
    }

    private int delete(ChatDesk desk, Stores stores, String start) throws IOException {
        Header session = desk.find(start);
        stores.sessions().delete(Assistant.OWNER, session.id());
        new Output(around.out()).print("deleted " + session.id() + "\n");
        return Cli.DONE;
    }
}
