package io.troubleshooter.redact;

import io.troubleshooter.error.TroubleshooterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The detectors that are data, as the build has compiled them from {@code src/main/packs/detectors}: for each entry a
 * line with its id, then a line per key, beginning with a tab, of the key and its values, separated by tabs. That loads
 * in a millisecond, where a JSON parser would take tens in a cold JVM.
 */
final class Pack {

    private static final String RESOURCE = "/io/troubleshooter/packs/detectors.txt";

    /** One entry of a pack file. */
    record Entry(String id, Map<String, List<String>> values) {

        /** All values of a key; empty where it is missing. */
        List<String> all(String key) {
            return values.getOrDefault(key, List.of());
        }

        /** The only value of a key. */
        String one(String key, String otherwise) {
            List<String> all = all(key);
            return all.isEmpty() ? otherwise : all.get(0);
        }
    }

    private Pack() {}

    /** The shipped entries of one form. */
    static List<Entry> entries(String form) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : Loaded.ENTRIES) {
            if (entry.one("form", "").equals(form)) {
                found.add(entry);
            }
        }
        return found;
    }

    private static final class Loaded {
        static final List<Entry> ENTRIES = parse(read());
    }

    private static String read() {
        try (InputStream in = Pack.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            // Said below.
        }
        throw new TroubleshooterException(
                TroubleshooterException.Code.INTERNAL, "The detectors are missing: " + RESOURCE, "Install again.");
    }

    static List<Entry> parse(String text) {
        List<Entry> entries = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            if (text.charAt(from) == '\t') {
                addKey(entries.get(entries.size() - 1), text, from + 1, to);
            } else if (to > from) {
                entries.add(new Entry(text.substring(from, to), new HashMap<>()));
            }
            from = to + 1;
        }
        return entries;
    }

    private static void addKey(Entry entry, String text, int from, int to) {
        List<String> values = new ArrayList<>();
        int tab = text.indexOf('\t', from);
        int keyEnd = tab < 0 || tab > to ? to : tab;
        int start = keyEnd + 1;
        while (start <= to) {
            int next = text.indexOf('\t', start);
            int end = next < 0 || next > to ? to : next;
            values.add(text.substring(start, end));
            start = end + 1;
        }
        if (!values.isEmpty()) {
            entry.values().put(text.substring(from, keyEnd), values);
        }
    }
}
