package io.troubleshooter.redact;

import java.util.HashMap;
import java.util.Map;

/** Rewrites the placeholders of one part to the numbers of the whole session. Immutable, thread-safe. */
public final class Renumbering {

    /** Changes nothing. */
    public static final Renumbering NONE = new Renumbering(Map.of());

    /** New placeholder without its brackets, by the old one; only those that change. */
    private final Map<String, String> changes;

    private Renumbering(Map<String, String> changes) {
        this.changes = changes;
    }

    /** What leads from the numbers in {@code part} to those that its values have in {@code session}. */
    static Renumbering between(Pseudonyms part, Pseudonyms session) {
        session.reserve(part);
        Map<String, String> changes = new HashMap<>();
        for (int i = 0; i < part.size(); i++) {
            String before = part.kind(i) + ":" + part.number(i);
            int entry = session.entry(part.hash(i), part.kind(i));
            String after = entry < 0 ? part.kind(i) : session.kind(entry) + ":" + session.number(entry);
            if (!before.equals(after)) {
                changes.put(before, after);
            }
        }
        return changes.isEmpty() ? NONE : new Renumbering(changes);
    }

    /** The placeholder, without brackets, under the session's number. */
    String apply(String placeholder) {
        return changes.getOrDefault(placeholder, placeholder);
    }

    /** The text under the session's numbers; the same object where nothing changes. */
    public RedactedText apply(RedactedText text) {
        if (changes.isEmpty()) {
            return text;
        }
        byte[] bytes = new byte[text.length()];
        text.copyTo(bytes, 0);
        ByteSink out = null;
        int copied = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '<') {
                continue;
            }
            int end = Placeholder.end(bytes, i, bytes.length);
            String change = end < 0 ? null : changes.get(ascii(bytes, i + 1, end - 1));
            if (change != null) {
                out = out == null ? new ByteSink(bytes.length + 16) : out;
                out.write(bytes, copied, i + 1);
                out.writeAscii(change);
                copied = end - 1;
            }
        }
        return out == null ? text : finish(out, bytes, copied, text);
    }

    private static RedactedText finish(ByteSink out, byte[] bytes, int copied, RedactedText text) {
        out.write(bytes, copied, bytes.length);
        return text.derive(out.bytes(), out.length());
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
