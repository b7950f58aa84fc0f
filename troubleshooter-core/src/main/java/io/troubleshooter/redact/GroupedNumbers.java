package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;
import static io.troubleshooter.redact.ByteClass.isDigit;

/** Personal numbers in groups with blanks or slashes between them, told by a word before them. */
final class GroupedNumbers {

    private GroupedNumbers() {}

    /** Groups of digits with blanks between them, entered at a later group: {@code 020 7946 0958}, {@code 123 45 6789}. */
    static int at(Line line, int group) {
        int from = group;
        while (from > line.start
                && group - from < 12
                && (isDigit(line.b[from - 1]) || line.b[from - 1] == ' ' && isDigit((byte) line.at(from - 2)))) {
            from--;
        }
        if (isAlnum((byte) line.at(from - 1)) || line.hits.endsAfter(from)) {
            return -1;
        }
        if (from + 11 <= line.end
                && Numbers.isGrouped(line, from, from + 11, 3, 2, 4)
                && Contexts.says(line, from, "ssn", "social security")) {
            line.hits.add(from, from + 11, "ssn");
            return from + 11;
        }
        return national(line, from);
    }

    /** {@code 020 7946 0958}, {@code 0221/1234567}: groups that begin with 0, after a word that says so. */
    static int national(Line line, int from) {
        if (line.b[from] != '0') {
            return -1;
        }
        int k = from;
        int digits = 0;
        while (k < line.end
                && digits < 16
                && (isDigit(line.b[k]) || Numbers.isBetweenGroups(line, k) || isSlash(line, k))) {
            digits += isDigit(line.b[k]) ? 1 : 0;
            k++;
        }
        boolean fits = digits >= 7 && digits <= 15 && k - from > digits && !isAlnum((byte) line.at(k));
        if (!fits || !Contexts.says(line, from, Numbers.PHONE_WORDS)) {
            return -1;
        }
        line.hits.add(from, k, "phone");
        return k;
    }

    private static boolean isSlash(Line line, int k) {
        return line.b[k] == '/' && isDigit((byte) line.at(k + 1)) || line.b[k] == ' ' && line.at(k + 1) == '/';
    }
}
