package io.troubleshooter.redact;

import java.util.HashSet;
import java.util.List;
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

    /** The shipped list of this id. */
    static WordList shipped(String id) {
        for (Pack.Entry entry : Pack.entries("values")) {
            if (entry.id().equals(id)) {
                return new WordList(entry.all("values"));
            }
        }
        return new WordList(List.of());
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
