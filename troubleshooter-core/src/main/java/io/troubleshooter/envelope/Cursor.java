package io.troubleshooter.envelope;

import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line while its envelopes come off: its bytes, what is left of it, and what was learnt. */
final class Cursor {

    private RedactedText line;
    private byte[] bytes = new byte[1024];
    private int from;
    private int to;
    private int taken;
    private @Nullable RedactedText stream;
    private @Nullable RedactedText time;
    private boolean partial;
    private @Nullable Map<String, RedactedText> fields;

    Cursor(RedactedText line) {
        this.line = line;
        start(line);
    }

    /** Begins another line. */
    void start(RedactedText next) {
        load(next);
        taken = 0;
        stream = null;
        time = null;
        partial = false;
        fields = null;
    }

    private void load(RedactedText text) {
        line = text;
        if (bytes.length < text.length()) {
            bytes = new byte[text.length() + text.length() / 2];
        }
        from = 0;
        to = text.copyTo(bytes, 0);
    }

    /** The line's bytes, valid from {@link #from} to before {@link #to}, until the line is replaced. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean startsWith(String prefix) {
        return matchesAt(from, prefix);
    }

    boolean matchesAt(int at, String text) {
        if (to - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Offset of the first {@code wanted} from {@code at} on, before {@code end}; -1 if there is none. */
    int indexOf(char wanted, int at, int end) {
        for (int i = at; i < Math.min(end, to); i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Offset from {@code at} on at which something other than blanks stands. */
    int skipBlanks(int at) {
        int i = at;
        while (i < to && bytes[i] == ' ') {
            i++;
        }
        return i;
    }

    RedactedText slice(int start, int end) {
        return line.slice(start, end);
    }

    /** Leaves what stands from {@code start} to before {@code end}. */
    void narrow(int start, int end) {
        from = Math.min(start, end);
        to = end;
    }

    void dropBefore(int start) {
        narrow(start, to);
    }

    /** Leaves a text that was derived from a slice. */
    void replace(RedactedText text) {
        load(text);
    }

    /** Names the writer; an envelope inside another one refines it. */
    void stream(RedactedText name) {
        stream = stream == null
                ? name
                : stream.joiner()
                        .append(stream)
                        .append(RedactedJoiner.Mark.SPACE)
                        .append(name)
                        .join();
    }

    /** Sets the time; the innermost envelope knows it best. */
    void time(RedactedText text) {
        time = text;
    }

    void partial() {
        partial = true;
    }

    void field(String name, RedactedText value) {
        if (fields == null) {
            fields = new LinkedHashMap<>();
        }
        fields.put(name, value);
    }

    /** Whether layer {@code id} has come off this line; each does once only. */
    boolean hasTaken(int id) {
        return (taken & 1 << id) != 0;
    }

    void take(int id) {
        taken |= 1 << id;
    }

    Payload payload() {
        if (taken == 0) {
            return Payload.bare(line);
        }
        RedactedText text = from == 0 && to == line.length() ? line : line.slice(from, to);
        return new Payload(text, stream, time, partial, fields == null ? Map.of() : fields);
    }
}
