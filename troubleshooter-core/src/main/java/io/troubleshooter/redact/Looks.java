package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isDigit;
import static io.troubleshooter.redact.ByteClass.isLetter;
import static io.troubleshooter.redact.ByteClass.isLower;
import static io.troubleshooter.redact.ByteClass.isUpper;

/** What a stretch of bytes looks like: a word, a number, a path, something random. */
final class Looks {

    private static final String UNITS = "|ms|s|m|h|d|us|ns|min|sec|kb|mb|gb|kib|mib|gib|b|k|g|px|%|";

    private Looks() {}

    static boolean isDigits(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (!isDigit(line.b[k])) {
                return false;
            }
        }
        return to > from;
    }

    /** A letter word in one case, or capitalised. */
    static boolean isWord(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (!isLetter(line.b[k]) || k > from + 1 && isUpper(line.b[k]) != isUpper(line.b[k - 1])) {
                return false;
            }
        }
        return to > from;
    }

    static boolean isHex(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (!ByteClass.isHex(line.b[k])) {
                return false;
            }
        }
        return to > from;
    }

    /** The 36 characters of a UUID from {@code from} on. */
    static boolean isUuid(Line line, int from, int to) {
        if (to - from != 36) {
            return false;
        }
        for (int k = 0; k < 36; k++) {
            boolean dash = k == 8 || k == 13 || k == 18 || k == 23;
            if (dash ? line.b[from + k] != '-' : !ByteClass.isHex(line.b[from + k])) {
                return false;
            }
        }
        return true;
    }

    /** A number with a unit of time or size, such as {@code 30s}. */
    static boolean isMeasure(Line line, int from, int to) {
        int k = from;
        while (k < to && (isDigit(line.b[k]) || line.b[k] == '.' || line.b[k] == '-')) {
            k++;
        }
        return k > from
                && k < to
                && to - k < 4
                && UNITS.contains("|" + line.text(k, to).toLowerCase(java.util.Locale.ROOT) + "|");
    }

    /** A file path: at least two separators between plain names. */
    static boolean isPath(Line line, int from, int to) {
        byte first = line.b[from];
        boolean relative = first == '.' || first == '~';
        boolean drive = isLetter(first) && line.has(from + 1, ":\\");
        if (first != '/' && !relative && !drive) {
            return false;
        }
        int slashes = 0;
        for (int k = from; k < to; k++) {
            byte b = line.b[k];
            slashes += b == '/' || b == '\\' ? 1 : 0;
            if (b == '+' || b == '=' || b == '@' || b == '!') {
                return false;
            }
        }
        return drive || slashes >= (relative ? 1 : 2);
    }

    /** Letters and digits, long enough for a token. */
    static boolean isTokenLike(Line line, int from, int to, int min) {
        int digits = 0;
        int letters = 0;
        for (int k = from; k < to; k++) {
            byte b = line.b[k];
            digits += isDigit(b) ? 1 : 0;
            letters += isLetter(b) ? 1 : 0;
            if (b == ' ' || b == '(' || b == '[' || b == '{' || b == ':') {
                return false;
            }
        }
        return to - from >= min && digits > 0 && letters > 0;
    }

    /** Upper, lower and digits mixed as only chance mixes them: classes change about as often as they can. */
    static boolean isRandom(Line line, int from, int to) {
        int upper = 0;
        int lower = 0;
        int digit = 0;
        int changes = 0;
        int last = -1;
        for (int k = from; k < to; k++) {
            byte b = line.b[k];
            int cls = isUpper(b) ? 0 : isLower(b) ? 1 : isDigit(b) ? 2 : 3;
            upper += cls == 0 ? 1 : 0;
            lower += cls == 1 ? 1 : 0;
            digit += cls == 2 ? 1 : 0;
            changes += cls != last && last >= 0 ? 1 : 0;
            last = cls;
        }
        return upper >= 2 && lower >= 2 && digit >= 2 && changes * 100 >= (to - from) * 42;
    }

    /** Both cases and more changes between them than words have. */
    static boolean isRandomish(Line line, int from, int to) {
        int changes = 0;
        for (int k = from + 1; k < to; k++) {
            changes += isUpper(line.b[k]) != isUpper(line.b[k - 1]) ? 1 : 0;
        }
        return changes * 100 >= (to - from) * 25;
    }
}
