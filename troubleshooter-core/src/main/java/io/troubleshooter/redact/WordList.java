package io.troubleshooter.redact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of words from a pack, compared without regard to ASCII case. */
final class WordList {

    private static final int LONGEST = 40;

    private final Set<String> words;
    private final List<String> all;

    WordList(List<String> words) {
        this.words = new HashSet<>(words);
        this.all = words;
    }

    /** The shipped list of this id. Redactors are made for every paste, lists once. */
    static WordList shipped(String id) {
        return Loaded.LISTS.getOrDefault(id, Loaded.NONE);
    }

    private static final class Loaded {
        static final WordList NONE = new WordList(List.of());
        static final Map<String, WordList> LISTS = lists();

        private static Map<String, WordList> lists() {
            Map<String, WordList> lists = new HashMap<>();
            for (Pack.Entry entry : Pack.entries("values")) {
                lists.putIfAbsent(entry.id(), new WordList(entry.all("values")));
            }
            return Map.copyOf(lists);
        }
    }

    boolean has(Line line, int from, int to) {
        return to - from <= LONGEST && words.contains(lower(line, from, to));
    }

    /** Whether a word of the list begins at {@code from}. */
    boolean hasPrefixOf(Line line, int from) {
        for (String word : all) {
            if (line.hasIgnoreCase(from, word)) {
                return true;
            }
        }
        return false;
    }

    private static String lower(Line line, int from, int to) {
        char[] chars = new char[to - from];
        for (int k = from; k < to; k++) {
            chars[k - from] = (char) (ByteClass.lower(line.b[k]) & 0xff);
        }
        return new String(chars);
    }
}
