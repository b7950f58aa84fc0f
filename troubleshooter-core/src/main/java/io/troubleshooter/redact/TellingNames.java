package io.troubleshooter.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that tell that a secret follows, matched backwards from their end; the longest match wins. Separators
 * within a name do not count: {@code api_key}, {@code Api-Key}, {@code api key} and {@code apiKey} are one name.
 */
final class TellingNames {

    private final long[] endings = new long[1 << 9];
    private final Map<Integer, NameRule[]> byEnding = new HashMap<>();

    TellingNames(List<Pack.Entry> entries) {
        Map<Integer, List<NameRule>> lists = new HashMap<>();
        for (Pack.Entry entry : entries) {
            NameRule.ValueForm form =
                    NameRule.ValueForm.valueOf(entry.one("value", "secret").toUpperCase(Locale.ROOT));
            String kind = entry.one("kind", entry.id());
            for (String name : entry.all("names")) {
                add(lists, new NameRule(name, kind, false, form));
            }
            for (String name : entry.all("words")) {
                add(lists, new NameRule(name, kind, true, form));
            }
        }
        lists.forEach((ending, list) -> {
            endings[ending >> 6] |= 1L << (ending & 63);
            list.sort((x, y) -> y.name().length() - x.name().length());
            byEnding.put(ending, list.toArray(new NameRule[0]));
        });
    }

    static TellingNames shared() {
        return Shared.NAMES;
    }

    private static final class Shared {
        static final TellingNames NAMES = new TellingNames(Pack.entries("name"));
    }

    private static void add(Map<Integer, List<NameRule>> lists, NameRule rule) {
        String name = rule.name();
        int n = name.length();
        int ending = ending(n > 2 ? name.charAt(n - 3) : 0, name.charAt(n - 2), name.charAt(n - 1));
        lists.computeIfAbsent(ending, k -> new ArrayList<>()).add(rule);
    }

    private static int ending(int a, int b, int c) {
        return (a & 31) << 10 | (b & 31) << 5 | c & 31;
    }

    /** The rule for the name that ends before {@code end}, or null. */
    @Nullable
    NameRule match(Line line, int end) {
        if (end - line.start < 3) {
            return null;
        }
        byte[] b = line.b;
        int ending = ending(b[end - 3], b[end - 2], b[end - 1]);
        if ((endings[ending >> 6] & 1L << (ending & 63)) == 0) {
            return null;
        }
        NameRule[] rules = byEnding.get(ending);
        if (rules == null) {
            return null;
        }
        for (NameRule rule : rules) {
            if (start(line, end, rule) >= 0) {
                return rule;
            }
        }
        return null;
    }

    /** Where the name begins that ends before {@code end}; -1 where it is another. */
    private static int start(Line line, int end, NameRule rule) {
        String name = rule.name();
        int k = end;
        for (int n = name.length() - 1; n >= 0; n--) {
            while (k > line.start && n < name.length() - 1 && isSeparator(line.b[k - 1])) {
                k--;
            }
            if (k == line.start || ByteClass.lower(line.b[k - 1]) != name.charAt(n)) {
                return -1;
            }
            k--;
        }
        return rule.word() && !beginsWord(line, k) ? -1 : k;
    }

    private static boolean beginsWord(Line line, int k) {
        if (k == line.start) {
            return true;
        }
        byte before = line.b[k - 1];
        return !ByteClass.isLetter(before) || ByteClass.isLower(before) && ByteClass.isUpper(line.b[k]);
    }

    private static boolean isSeparator(byte b) {
        return b == '_' || b == '-' || b == '.' || b == ' ';
    }
}
