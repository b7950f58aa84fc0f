package io.troubleshooter.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The built-in formats, read from their pack on first need. */
final class Formats {

    private static final String PACK = "/io/troubleshooter/packs/formats.json";

    private final KeyTable keys;
    private final JsonKinds jsonKinds;
    private final LibraryFrames libraries;
    private final List<PatternFormat> patterns = new ArrayList<>();
    private final PatternFormat[][] byFirst = new PatternFormat[256][];

    private Formats(List<Map<String, Object>> entries) {
        keys = KeyTable.of(kind(entries, "keys").get(0));
        jsonKinds = new JsonKinds(kind(entries, "json"), keys);
        libraries = LibraryFrames.of(kind(entries, "frames").get(0));
        for (Map<String, Object> entry : entries) {
            if (entry.containsKey("header")) {
                patterns.add(PatternFormat.of(entry));
            }
        }
        patterns.sort(new ByRank());
        sortByFirst();
    }

    private static List<Map<String, Object>> kind(List<Map<String, Object>> entries, String kind) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            if (kind.equals(entry.get("kind"))) {
                found.add(entry);
            }
        }
        return found;
    }

    private void sortByFirst() {
        boolean[][] first = new boolean[patterns.size()][256];
        for (int i = 0; i < first.length; i++) {
            patterns.get(i).first(first[i]);
        }
        List<PatternFormat> fitting = new ArrayList<>();
        for (int b = 0; b < 256; b++) {
            fitting.clear();
            for (int i = 0; i < first.length; i++) {
                if (first[i][b]) {
                    fitting.add(patterns.get(i));
                }
            }
            byFirst[b] = fitting.toArray(new PatternFormat[0]);
        }
    }

    static Formats builtIn() {
        return Holder.FORMATS;
    }

    KeyTable keys() {
        return keys;
    }

    JsonKinds jsonKinds() {
        return jsonKinds;
    }

    LibraryFrames libraries() {
        return libraries;
    }

    /** The text formats whose lines can begin with the byte, in the order in which they should be tried. */
    PatternFormat[] beginningWith(byte first) {
        return byFirst[first & 0xff];
    }

    /** A level as the packs spell it; null is {@link Level#UNKNOWN}. */
    static Level level(@Nullable Object name) {
        return name == null ? Level.UNKNOWN : Level.valueOf(name.toString().toUpperCase(Locale.ROOT));
    }

    private static final class Holder {
        static final Formats FORMATS = new Formats(Pack.entries(PACK));
    }

    private static final class ByRank implements Comparator<PatternFormat> {
        @Override
        public int compare(PatternFormat a, PatternFormat b) {
            return Integer.compare(a.rank(), b.rank());
        }
    }
}
