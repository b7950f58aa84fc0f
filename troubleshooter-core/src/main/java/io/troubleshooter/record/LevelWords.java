package io.troubleshooter.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words by which a format names its levels: its own, and those that all know unless it allows only some.
 *
 * @param attach whether the word says that the line goes on with the record before it
 */
record LevelWords(byte[][] names, Level[] levels, boolean[] attach, byte[][] only) {

    /** @param own levels by word, {@code attach} for words of lines that go on */
    static LevelWords of(Map<String, Object> own, List<String> only) {
        List<String> words = new ArrayList<>(own.keySet());
        byte[][] names = new byte[words.size()][];
        Level[] levels = new Level[names.length];
        boolean[] attach = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            Object level = own.get(words.get(i));
            names[i] = Ascii.bytes(words.get(i));
            attach[i] = "attach".equals(level);
            levels[i] = attach[i] ? Level.UNKNOWN : Formats.level(level);
        }
        byte[][] allowed = new byte[only.size()][];
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = Ascii.bytes(only.get(i));
        }
        return new LevelWords(names, levels, attach, allowed);
    }

    /** Takes the word's level into {@code match}; false where it is no level of the format. */
    boolean read(byte[] b, int from, int to, HeaderMatch match) {
        if (only.length > 0 && index(only, b, from, to) < 0) {
            return false;
        }
        int own = index(names, b, from, to);
        if (own >= 0) {
            match.level = levels[own];
            match.attached = attach[own];
            return true;
        }
        Level level = LevelNames.word(b, from, to);
        if (level != null) {
            match.level = level;
        }
        return level != null;
    }

    private static int index(byte[][] words, byte[] b, int from, int to) {
        for (int i = 0; i < words.length; i++) {
            if (Ascii.equalTo(b, from, to, words[i])) {
                return i;
            }
        }
        return -1;
    }
}
