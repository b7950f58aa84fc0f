package io.troubleshooter.cli.chat;

import java.util.ArrayDeque;
import java.util.Queue;

/** What was typed or pasted while nobody read: lines, and pastes where the terminal marks them. */
final class TypedAhead {

    static final char CTRL_D = 4;

    private static final char ESCAPE = 27;
    private static final String PASTE_BEGIN = ESCAPE + "[200~";
    private static final String PASTE_END = ESCAPE + "[201~";

    private final Queue<Read> reads = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    /** The next of it; null where nothing waits. */
    @org.jspecify.annotations.Nullable
    Read poll() {
        return reads.poll();
    }

    /** What has been typed of a line that is not ended; it is given once. */
    String unfinished() {
        String text = line.toString();
        line.setLength(0);
        return text;
    }

    /**
     * Takes what came right behind a line. Faster than anybody types, it is a paste, unless the line is a command.
     *
     * @return what the line is now: itself, or a paste of which it is the beginning
     */
    Read behind(String first, String raw) {
        String all = first + "\n" + raw;
        if (!raw.isEmpty() && raw.indexOf(ESCAPE) < 0 && !first.startsWith("/") && BigPaste.isBig(all)) {
            return new Read.Pasted(all, "");
        }
        int at = 0;
        while (at < raw.length()) {
            at = take(raw, at);
        }
        return new Read.Line(first);
    }

    private int take(String raw, int at) {
        char c = raw.charAt(at);
        if (raw.startsWith(PASTE_BEGIN, at)) {
            return paste(raw, at + PASTE_BEGIN.length());
        }
        if (c == '\n') {
            reads.add(new Read.Line(unfinished()));
        } else if (c == CTRL_D && line.length() == 0) {
            reads.add(new Read.End());
        } else if (c == ESCAPE) {
            return afterEscape(raw, at + 1);
        } else if (c != CTRL_D) {
            line.append(c);
        }
        return at + 1;
    }

    private int paste(String raw, int from) {
        int end = raw.indexOf(PASTE_END, from);
        String text = raw.substring(from, end < 0 ? raw.length() : end);
        if (BigPaste.isBig(text)) {
            reads.add(new Read.Pasted(text, unfinished()));
        } else {
            line.append(text.replace('\n', ' '));
        }
        return end < 0 ? raw.length() : end + PASTE_END.length();
    }

    /** A key such as an arrow, which means nothing any more. */
    private static int afterEscape(String raw, int from) {
        int at = from;
        if (at < raw.length() && raw.charAt(at) == '[') {
            at++;
            while (at < raw.length() && raw.charAt(at) < '@') {
                at++;
            }
        }
        return Math.min(raw.length(), at + 1);
    }
}
