package io.troubleshooter.redact;

import io.troubleshooter.error.TroubleshooterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
        for (String line : text.split("\n")) {
            String[] cells = line.split("\t");
            if (cells.length > 2 && cells[0].isEmpty()) {
                List<String> values = Arrays.asList(cells).subList(2, cells.length);
                entries.get(entries.size() - 1).values().put(cells[1], values);
            } else if (!line.isEmpty()) {
                entries.add(new Entry(line, new HashMap<>()));
            }
        }
        return entries;
    }
}
