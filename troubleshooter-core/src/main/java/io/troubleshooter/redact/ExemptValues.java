package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;
import static io.troubleshooter.redact.ByteClass.isLetter;

/** Values that are none: placeholders, references, constants. */
final class ExemptValues {

    private final WordList constants = WordList.shipped("exempt-values");
    private final WordList prefixes = WordList.shipped("exempt-prefixes");

    /** Whether the value of a telling name is nothing to hide. */
    boolean isExempt(Line line, int from, int to, NameRule.ValueForm form) {
        return isReference(line, from, to)
                || line.has(from, "-----BEGIN")
                || isObject(line, from, to)
                || isAddress(line, from, to)
                || isMask(line, from, to)
                || constants.has(line, from, to)
                || prefixes.hasPrefixOf(line, from)
                || isNumber(line, from, to, form)
                || Looks.isMeasure(line, from, to)
                || Looks.isPath(line, from, to);
    }

    /** {@code 0xc000123f40}: where something is in memory. */
    private static boolean isAddress(Line line, int from, int to) {
        return line.has(from, "0x") && to - from <= 18 && Looks.isHex(line, from + 2, to);
    }

    /** What {@code toString} prints of an object: {@code Token{a64f992}}, {@code some.Proxy@2bd79ce}. */
    private static boolean isObject(Line line, int from, int to) {
        int k = from;
        while (k < to && (isLetter(line.b[k]) || line.b[k] == '.' || line.b[k] == '$' && k > from)) {
            k++;
        }
        int mark = line.at(k);
        boolean hex = k < to && to - k <= 9 && Looks.isHex(line, k + 1, to);
        boolean named = ByteClass.isUpper(line.b[from]) || line.find(".", from, k) > 0;
        return k > from + 3 && named && (mark == '{' || mark == '@' && hex);
    }

    /** A status word, such as follows {@code password:} in prose. */
    boolean isStatus(Line line, int from, int to) {
        return constants.has(line, from, to);
    }

    /** A variable, a template, a placeholder. */
    static boolean isReference(Line line, int from, int to) {
        return switch (line.b[from]) {
            case '<' -> closes(line, from, to);
            case '$' -> isVariable(line, from + 1, to);
            case '%' -> to - from < 4 || line.b[from + 1] == '(' || line.b[from + 1] == '{' || line.b[to - 1] == '%';
            case '{' -> isTemplate(line, from, to);
            case '*' -> to - from < 3;
            default -> false;
        };
    }

    private static boolean closes(Line line, int from, int to) {
        if (Placeholder.end(line.b, from, line.end) > 0) {
            return true;
        }
        return line.b[to - 1] == '>' && to - from < 80;
    }

    private static boolean isVariable(Line line, int from, int to) {
        if (from >= to || line.b[from] == '{' || line.b[from] == '(') {
            return true;
        }
        for (int k = from; k < to; k++) {
            byte b = line.b[k];
            boolean digit = ByteClass.isDigit(b) && k > from;
            if (!isLetter(b) && b != '_' && b != ':' && b != '.' && !digit) {
                return false;
            }
        }
        return to - from < 40;
    }

    private static boolean isTemplate(Line line, int from, int to) {
        int k = from + 1;
        if (k >= to || line.b[k] == '{' || line.b[k] == '"' || line.b[k] == '\'' || line.b[k] == '\\') {
            return true;
        }
        while (k < to && (isAlnum(line.b[k]) || line.b[k] == '_' || line.b[k] == '.')) {
            k++;
        }
        return k >= to - 1 || line.b[k] == '=' || line.b[k] == ':';
    }

    /** All of it stars, crosses, dots: somebody has redacted it before. */
    static boolean isMask(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            byte b = line.b[k];
            if (b != '*' && b != 'x' && b != 'X' && b != '.' && b != '-' && b != '#' && b != '_' && b != '?') {
                return stars(line, from, to) >= 3 && to - from < 16;
            }
        }
        return true;
    }

    private static int stars(Line line, int from, int to) {
        int stars = 0;
        for (int k = from; k < to; k++) {
            stars += line.b[k] == '*' ? 1 : 0;
        }
        return stars;
    }

    private static boolean isNumber(Line line, int from, int to, NameRule.ValueForm form) {
        int digits = line.b[from] == '-' ? from + 1 : from;
        if (!Looks.isDigits(line, digits, to)) {
            return false;
        }
        return digits > from || form != NameRule.ValueForm.DIGITS && to - from < 4;
    }
}
