package io.troubleshooter.cli.chat;

import java.util.Objects;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.Widget;
import org.jspecify.annotations.Nullable;

/** Tells a paste that is evidence from one that belongs to a question: more than 5 lines, or 500 characters. */
final class BigPaste {

    private static final int LINES = 5;
    private static final int CHARACTERS = 500;

    private final LineReader reader;
    private final Widget insert;
    private Read.@Nullable Pasted pasted;

    private BigPaste(LineReader reader, Widget insert) {
        this.reader = reader;
        this.insert = insert;
    }

    /** From now on the reader ends its line when something big is pasted. */
    static BigPaste watch(LineReader reader) {
        Widget insert = Objects.requireNonNull(reader.getBuiltinWidgets().get(LineReader.BEGIN_PASTE));
        BigPaste paste = new BigPaste(reader, insert);
        reader.getWidgets().put(LineReader.BEGIN_PASTE, paste::paste);
        return paste;
    }

    /** What was pasted since it was last asked; null for nothing big. */
    Read.@Nullable Pasted take() {
        Read.Pasted taken = pasted;
        pasted = null;
        return taken;
    }

    private boolean paste() {
        Buffer buffer = reader.getBuffer();
        String typed = buffer.toString();
        int start = buffer.cursor();
        boolean done = insert.apply();
        String text = buffer.substring(start, buffer.cursor());
        if (isBig(text)) {
            pasted = new Read.Pasted(text, typed);
            buffer.clear();
            buffer.write(label(text));
            reader.callWidget(LineReader.ACCEPT_LINE);
        }
        return done;
    }

    /** What stands in its place. */
    static String label(String text) {
        return "[pasted " + Figures.count(lines(text), "line") + "]";
    }

    static boolean isBig(String text) {
        return text.length() > CHARACTERS || lines(text) > LINES;
    }

    private static long lines(String text) {
        return text.lines().count();
    }
}
