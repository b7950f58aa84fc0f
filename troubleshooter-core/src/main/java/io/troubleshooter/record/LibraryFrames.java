package io.troubleshooter.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells frames of runtimes and libraries from the user's own code, by the lists of the formats pack. */
final class LibraryFrames {

    private record Lists(byte[][] functions, byte[][] files) {}

    private final Map<String, Lists> byLanguage = new HashMap<>();

    private LibraryFrames() {}

    /** @param entry per language {@code functions} (how they begin) and {@code files} (what their paths contain) */
    static LibraryFrames of(Map<String, Object> entry) {
        LibraryFrames frames = new LibraryFrames();
        for (Map.Entry<String, Object> language : entry.entrySet()) {
            if (language.getValue() instanceof Map<?, ?>) {
                Map<String, Object> lists = Pack.map(language.getValue());
                frames.byLanguage.put(
                        language.getKey(), new Lists(bytes(lists.get("functions")), bytes(lists.get("files"))));
            }
        }
        return frames;
    }

    private static byte[][] bytes(@org.jspecify.annotations.Nullable Object list) {
        List<String> texts = Pack.strings(list);
        byte[][] bytes = new byte[texts.size()][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Ascii.bytes(texts.get(i));
        }
        return bytes;
    }

    /** Whether a frame, given as parts of its line, is the user's own code; an empty file part is none. */
    boolean isInApp(String language, byte[] b, int from, int to, int fileFrom, int fileTo) {
        Lists lists = byLanguage.get(language);
        if (lists == null) {
            return true;
        }
        for (byte[] prefix : lists.functions) {
            if (Ascii.startsWith(b, from, to, prefix)) {
                return false;
            }
        }
        for (byte[] part : lists.files) {
            if (Ascii.indexOf(b, part, fileFrom, fileTo) >= 0) {
                return false;
            }
        }
        return true;
    }
}
