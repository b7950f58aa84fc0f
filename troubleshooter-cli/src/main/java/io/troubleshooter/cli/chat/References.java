package io.troubleshooter.cli.chat;

import io.troubleshooter.text.LineRef;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** {@code S1:12}, {@code S1:10-20}, {@code S1} and {@code T3}, as they stand in reports, typed by a person. */
final class References {

    private References() {}

    /**
     * The lines meant.
     *
     * @param lines how many the source has, asked when the reference names none
     * @return null for what is no reference
     */
    static @Nullable LineRef parse(String text, ToLongFunction<String> lines) {
        int colon = text.indexOf(':');
        String source = (colon < 0 ? text : text.substring(0, colon)).toUpperCase(Locale.ROOT);
        if (!isSource(source)) {
            return null;
        }
        if (colon < 0) {
            return new LineRef(source, 1, Math.max(1, lines.applyAsLong(source)));
        }
        String range = text.substring(colon + 1);
        int hyphen = range.indexOf('-');
        long first = number(hyphen < 0 ? range : range.substring(0, hyphen));
        long last = hyphen < 0 ? first : number(range.substring(hyphen + 1));
        return first < 1 || last < first ? null : new LineRef(source, first, last);
    }

    private static boolean isSource(String word) {
        return word.length() > 1 && (word.charAt(0) == 'S' || word.charAt(0) == 'T') && number(word.substring(1)) > 0;
    }

    /** 0 for what is no number of up to 15 digits. */
    private static long number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9' || digits.length() > 15) {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
