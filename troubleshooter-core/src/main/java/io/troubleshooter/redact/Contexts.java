package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isLetter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens that only a vendor's name near them tells from an id: UUIDs and hex keys of Snyk, Heroku, Datadog and others. */
final class Contexts {

    /** How far before the token the name may stand. */
    private static final int WINDOW = 48;

    private static final String[] KEY_WORDS = {"auth", "pat", "credential", "password", "license"};

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
        int start = windowStart(line, from, WINDOW);
        if (!says(line, from, KEY_WORDS) && !saysLate(line, start, from)) {
            return null;
        }
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

    /** Where the window before a token begins: not before the end of another item, or of what is already found. */
    private static int windowStart(Line line, int from, int size) {
        int bound = Math.max(Math.max(line.start, from - size), line.hits.lastEnd());
        int k = from;
        while (k > bound && !endsItem(line.b[k - 1])) {
            k--;
        }
        return Math.min(k, from);
    }

    private static boolean endsItem(byte b) {
        return switch (b) {
            case ',', '&', ';', '<', '>', '{', '}' -> true;
            default -> false;
        };
    }

    private static boolean saysLate(Line line, int start, int from) {
        for (int k = start; k + 2 < from; k++) {
            if (isKeyEnd(line, k)) {
                return true;
            }
        }
        return false;
    }

    /** The end of a word such as key, token, secret. */
    private static boolean isKeyEnd(Line line, int k) {
        int last = line.b[k] | 32;
        return last == 'k' && line.hasIgnoreCase(k, "key")
                || last == 't' && line.hasIgnoreCase(k, "token")
                || last == 's' && line.hasIgnoreCase(k, "secret");
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

    /** Whether one of the words, in lower case, begins shortly before {@code from}. */
    static boolean says(Line line, int from, String... words) {
        int start = windowStart(line, from, 30);
        byte[] b = line.b;
        boolean inWord = start > line.start && isLetter(b[start - 1]);
        for (int k = start; k < from; k++) {
            boolean letter = isLetter(b[k]);
            boolean begins = letter && (!inWord || ByteClass.isUpper(b[k]) && !ByteClass.isUpper(b[k - 1]));
            inWord = letter;
            if (begins && anyAt(line, k, words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyAt(Line line, int k, String[] words) {
        byte first = ByteClass.lower(line.b[k]);
        for (String word : words) {
            if (word.charAt(0) == first && line.hasIgnoreCase(k, word)) {
                return true;
            }
        }
        return false;
    }
}
