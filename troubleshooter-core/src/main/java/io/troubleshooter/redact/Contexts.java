package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;
import static io.troubleshooter.redact.ByteClass.isLetter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens that only a vendor's name near them tells from an id: UUIDs and hex keys of Snyk, Heroku, Datadog and others. */
final class Contexts {

    /** How far before the token the name may stand. */
    private static final int WINDOW = 48;

    private final Map<String, String> vendors = new HashMap<>();

    Contexts(List<Pack.Entry> entries) {
        for (Pack.Entry entry : entries) {
            for (String name : entry.all("names")) {
                vendors.put(name, entry.one("kind", entry.id()));
            }
        }
    }

    static Contexts shipped() {
        return new Contexts(Pack.entries("context"));
    }

    /** The kind of the vendor named before {@code from} together with a word such as {@code key}; null for none. */
    @Nullable
    String vendor(Line line, int from) {
        int start = Math.max(line.start, from - WINDOW);
        String kind = null;
        boolean key = false;
        int k = start;
        while (k < from) {
            if (!isLetter(line.b[k])) {
                k++;
                continue;
            }
            int word = k;
            while (k < from && isLetter(line.b[k])) {
                k++;
            }
            String text = line.text(word, k).toLowerCase(java.util.Locale.ROOT);
            kind = vendors.getOrDefault(text, kind);
            key |= isKeyWord(text);
        }
        return key ? kind : null;
    }

    private static boolean isKeyWord(String word) {
        return switch (word) {
            case "key",
                    "token",
                    "secret",
                    "apikey",
                    "apitoken",
                    "auth",
                    "pat",
                    "credential",
                    "credentials",
                    "password",
                    "license",
                    "accesskey" -> true;
            default -> word.endsWith("key") || word.endsWith("token") || word.endsWith("secret");
        };
    }

    /** Whether one of the words, in lower case, stands shortly before {@code from}. */
    static boolean says(Line line, int from, String... words) {
        int start = Math.max(line.start, from - 30);
        for (int k = start; k < from; k++) {
            if (k == start
                    || !isAlnum(line.b[k - 1])
                    || !ByteClass.isUpper(line.b[k - 1]) && ByteClass.isUpper(line.b[k])) {
                for (String word : words) {
                    if (line.hasIgnoreCase(k, word)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
