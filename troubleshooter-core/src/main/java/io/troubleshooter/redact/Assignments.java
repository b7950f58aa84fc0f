package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isDigit;

import org.jspecify.annotations.Nullable;

/** {@code name = value} in any rendering, entered at its separator. */
final class Assignments {

    private final TellingNames names = TellingNames.shared();
    private final Values values = new Values();

    /** Looks at the separator at {@code i}; returns the offset after what was found, or -1. */
    int at(Line line, int i) {
        int nameEnd = nameEnd(line, i);
        NameRule rule = nameEnd < 0 ? null : rule(line, nameEnd);
        return rule == null ? -1 : values.add(line, rule, i, nameEnd);
    }

    private @Nullable NameRule rule(Line line, int nameEnd) {
        return names.match(line, nameEnd);
    }

    /** Where the name before the separator ends: before blanks, quotes, backslashes and digits; -1 for none. */
    private static int nameEnd(Line line, int separator) {
        int k = separator;
        while (k > line.start && separator - k < 8 && isBetween(line.b[k - 1])) {
            k--;
        }
        while (k > line.start && isDigit(line.b[k - 1])) {
            k--;
        }
        return k > line.start && ByteClass.isLetter(line.b[k - 1]) ? k : -1;
    }

    private static boolean isBetween(byte b) {
        return b == ' ' || b == '"' || b == '\'' || b == '\\' || b == ']' || b == ':' || b == '\t' || b == '`';
    }
}
