package io.troubleshooter.redact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that tell that a secret follows, matched backwards from their end; the longest match wins. Separators
 * within a name do not count: {@code api_key}, {@code Api-Key}, {@code api key} and {@code apiKey} are one name.
 */
final class TellingNames {

    private final long[] endings = new long[1 << 9];
    private final NameRule[][] byEnding = new NameRule[1 << 15][];

    TellingNames(List<Pack.Entry> entries) {
        for (Pack.Entry entry : entries) {
            NameRule.ValueForm form = NameRule.ValueForm.named(entry.one("value", "secret"));
            String kind = entry.one("kind", entry.id());
            for (String name : entry.all("names")) {
                add(new NameRule(name, kind, false, form));
            }
            for (String name : entry.all("words")) {
                add(new NameRule(name, kind, true, form));
            }
        }
    }

    static TellingNames shared() {
        return Shared.NAMES;
    }

    private static final class Shared {
        static final TellingNames NAMES = new TellingNames(Pack.entries("name"));
    }

    private void add(NameRule rule) {
        String name = rule.name();
        int n = name.length();
        // Of a name of two letters the byte before may be any.
        int first = n > 2 ? name.charAt(n - 3) & 31 : 0;
        int last = n > 2 ? first : 31;
        for (int a = first; a <= last; a++) {
            int ending = ending(a, name.charAt(n - 2), name.charAt(n - 1));
            endings[ending >> 6] |= 1L << (ending & 63);
            byEnding[ending] = with(byEnding[ending] == null ? new NameRule[0] : byEnding[ending], rule);
        }
    }

    /** The rules and one more, the longest names first. */
    private static NameRule[] with(NameRule[] rules, NameRule rule) {
        int count = rules.length;
        NameRule[] more = new NameRule[count + 1];
        int k = 0;
        while (k < count && rules[k].name().length() >= rule.name().length()) {
            more[k] = rules[k];
            k++;
        }
        more[k] = rule;
        while (k < count) {
            more[k + 1] = rules[k];
            k++;
        }
        return more;
    }

    private static int ending(int a, int b, int c) {
        return (a & 31) << 10 | (b & 31) << 5 | c & 31;
    }

    /** The rule for the name that ends before {@code end}, or null. */
    @Nullable
    NameRule match(Line line, int end) {
        int third = line.at(end - 3);
        // "identified by": a blank between the words of a name does not count.
        int ending =
                ending(third == ' ' || third == '_' ? line.at(end - 4) : third, line.at(end - 2), line.at(end - 1));
        if ((endings[ending >> 6] & 1L << (ending & 63)) == 0) {
            return null;
        }
        NameRule[] rules = byEnding[ending];
        for (NameRule rule : rules) {
            if (rule.start(line, end) >= 0) {
                return rule;
            }
        }
        return null;
    }
}
