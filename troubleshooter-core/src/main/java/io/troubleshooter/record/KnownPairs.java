package io.troubleshooter.record;

import io.troubleshooter.redact.RedactedText;
import java.util.Map;

/** Finds {@code key=value} in the text of a message, for the keys that the formats pack knows as fields. */
final class KnownPairs {

    private static final int LONGEST = 4_096;
    private static final int MOST = 32;

    private KnownPairs() {}

    static void addTo(Map<String, RedactedText> fields, RedactedText message) {
        byte[] b = new byte[Math.min(message.length(), LONGEST)];
        message.slice(0, b.length).copyTo(b, 0);
        KeyTable keys = Formats.builtIn().keys();
        int found = 0;
        for (int at = Ascii.indexOf(b, '=', 1, b.length);
                at > 0 && found < MOST;
                at = Ascii.indexOf(b, '=', at + 1, b.length)) {
            KeyTable.Key key = keys.find(hashBefore(b, at));
            if (key != null && key.role() == KeyTable.Role.FIELD) {
                found++;
                add(fields, key.name(), message, b, at + 1);
            }
        }
    }

    private static long hashBefore(byte[] b, int end) {
        int from = end;
        while (from > 0 && end - from < 64 && Ascii.isName(b[from - 1])) {
            from--;
        }
        long hash = KeyTable.SEED;
        for (int i = from; i < end; i++) {
            hash = KeyTable.step(hash, b[i]);
        }
        return hash;
    }

    private static void add(Map<String, RedactedText> fields, String name, RedactedText message, byte[] b, int from) {
        int quoted = from < b.length && b[from] == '"' ? JsonScanner.skipString(b, from, b.length) : -1;
        int start = quoted > 0 ? from + 1 : from;
        int stop = quoted > 0 ? quoted - 1 : endOfWord(b, from);
        if (stop > start) {
            fields.putIfAbsent(name, message.slice(start, stop));
        }
    }

    private static int endOfWord(byte[] b, int from) {
        int i = from;
        while (i < b.length && !Ascii.isBlank(b[i]) && b[i] != ',' && b[i] != ';' && b[i] != ')' && b[i] != ']') {
            i++;
        }
        return i;
    }
}
