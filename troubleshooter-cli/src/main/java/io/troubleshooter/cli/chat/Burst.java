package io.troubleshooter.cli.chat;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** What comes behind a line faster than anybody types: a paste into a terminal that does not mark pastes. */
final class Burst {

    private static final int FIRST_MILLIS = 25;
    private static final int NEXT_MILLIS = 150;
    private static final char ESCAPE = 27;
    private static final int MOST = 64 << 20;

    private final Terminal terminal;

    Burst(Terminal terminal) {
        this.terminal = terminal;
    }

    /** All that has come already, marks of pastes included; empty where nothing has. */
    String rest() {
        try {
            return read(terminal.reader());
        } catch (IOException gone) {
            return "";
        }
    }

    private static String read(NonBlockingReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        int c = in.peek(FIRST_MILLIS) >= 0 ? in.read() : -1;
        while (c >= 0 && text.length() < MOST) {
            if (c == '\r') {
                text.append('\n');
            } else if (c >= ' ' || c == '\n' || c == '\t' || c == ESCAPE || c == TypedAhead.CTRL_D) {
                text.append((char) c);
            }
            c = in.read(NEXT_MILLIS);
        }
        return text.toString();
    }
}
