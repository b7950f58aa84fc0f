package io.troubleshooter.tool;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import org.jspecify.annotations.Nullable;

/** Lines of the evidence as a tool shows them, {@code S1:12 text}; of very long ones, a part. */
final class LineList {

    private static final int MAX_LINE = 1_000;
    private static final int BEFORE = 200;

    private final Evidence evidence;
    private final StringBuilder text = new StringBuilder();
    private int unknown;

    LineList(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Adds all lines of the range, each under its number. */
    void add(LineRef lines) {
        for (long line = lines.first(); line <= lines.last(); line++) {
            add(LineRef.of(lines.source(), line), 0);
        }
    }

    /** Adds a line, of which the part around the byte at {@code offset} is shown if it is too long. */
    void add(LineRef line, int offset) {
        add(line, offset, "");
    }

    /** Adds a line with a word of our own in front of its text. */
    void add(LineRef line, int offset, String note) {
        RedactedText words = evidence.text(line);
        if (words == null) {
            unknown++;
        } else {
            own(line + " " + note + part(words, offset));
        }
    }

    /** Adds a line of our own. */
    void own(String line) {
        text.append(line).append('\n');
    }

    /** Lines asked for that were not kept. */
    int unknown() {
        return unknown;
    }

    int length() {
        return text.length();
    }

    private static String part(RedactedText line, int offset) {
        if (line.length() <= MAX_LINE) {
            return line.toString();
        }
        int from = offset < MAX_LINE - BEFORE ? 0 : Math.min(offset - BEFORE, line.length() - MAX_LINE);
        RedactedText rest = line.slice(whole(line, from), line.length());
        return (from > 0 ? "... " : "") + CutText.at(rest, MAX_LINE) + (rest.length() > MAX_LINE ? " ..." : "");
    }

    private static int whole(RedactedText line, int from) {
        int at = from;
        while (at < line.length() && (line.byteAt(at) & 0xc0) == 0x80) {
            at++;
        }
        return at;
    }

    ToolOutput output(@Nullable String more) {
        String missing = unknown == 0 ? "" : "(" + unknown + " of these lines are no longer kept)";
        return new ToolOutput(text.toString(), more == null ? missing : (more + "\n" + missing).strip());
    }
}
