package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;
import static io.troubleshooter.redact.ByteClass.isLetter;

/** Tells whether a line holds one name and its value and nothing else, so that the value may hold blanks. */
final class LineForm {

    private LineForm() {}

    /**
     * {@code NAME=value} as {@code env} prints it, and an indented {@code name: some words} as YAML has it.
     *
     * @param from where the value begins, after the separator
     */
    static boolean hasLineToItself(Line line, NameRule rule, int nameStart, int separator, int from) {
        boolean whole = rule.value() == NameRule.ValueForm.SECRET && (separator == '=' || separator == ':');
        if (!whole) {
            return false;
        }
        int name = nameStart;
        while (name > line.start && (ByteClass.isWord(line.b[name - 1]) || line.b[name - 1] == '.')) {
            name--;
        }
        if (separator == ':') {
            return name - line.start >= 2 && line.skipBlanksBack(name) == line.start && line.at(from) == ' ';
        }
        return name == line.start && isEnvironment(line, name, from);
    }

    private static boolean isEnvironment(Line line, int nameStart, int from) {
        for (int k = nameStart; k < from - 1; k++) {
            if (ByteClass.isLower(line.b[k]) || line.b[k] == '-') {
                return false;
            }
        }
        for (int k = from; k + 2 < line.end; k++) {
            boolean flag =
                    line.b[k] == ' ' && line.b[k + 1] == '-' && (isLetter(line.b[k + 2]) || line.b[k + 2] == '-');
            if (flag || line.b[k] == '=' && isNextName(line, from, k)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the {@code =} at {@code k} belongs to a further pair, after a blank. */
    private static boolean isNextName(Line line, int from, int k) {
        int name = k;
        while (name > from && ByteClass.isWord(line.b[name - 1])) {
            name--;
        }
        return name < k && name > from && isBlank(line.b[name - 1]);
    }
}
