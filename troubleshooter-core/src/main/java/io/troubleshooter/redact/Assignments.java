package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;
import static io.troubleshooter.redact.ByteClass.isDigit;

import org.jspecify.annotations.Nullable;

/** {@code name = value} in any rendering, entered at its separator. */
final class Assignments {

    /** Blanks, quotes and backslashes that may stand between a name and its separator. */
    private static final int MAX_GAP = 24;

    private final TellingNames names = TellingNames.shared();
    private final Structures structures = new Structures(names);
    private final Values values;

    Assignments(Values values) {
        this.values = values;
    }

    /** Looks at the separator at {@code i}; returns the offset after what was found, or -1. */
    int at(Line line, int i) {
        int nameEnd = nameEnd(line, i);
        NameRule rule = nameEnd < 0 ? null : names.match(line, nameEnd);
        if (rule == null) {
            NameRule element = element(line, i);
            return element == null ? atDistance(line, i) : values.add(line, element, i, '>', i + 1);
        }
        int nameStart = rule.start(line, nameEnd);
        int from = i + 1;
        while (line.at(from) == '=' || line.at(from) == '>') {
            from++;
        }
        int structure = structures.at(line, rule, from);
        if (structure > 0) {
            return structure;
        }
        NameRule meant = rule.value() == NameRule.ValueForm.NAMED ? named(line, nameStart) : rule;
        return meant == null ? -1 : values.add(line, meant, nameStart, line.b[i], from);
    }

    /**
     * {@code ("password", "x")}, entered at the comma: only where the name comes first in its list; {@code {password,"x"}},
     * and {@code "password" "x"}, entered at the blank.
     */
    int inTuple(Line line, int comma) {
        byte quote = line.b[comma - 1];
        if (line.b[comma] == ' ') {
            return Value.isQuote(line.at(comma + 1)) && quote == line.b[comma + 1] ? at(line, comma) : -1;
        }
        if (!Value.isQuote(quote)) {
            return afterAtom(line, comma);
        }
        int open = comma - 2;
        while (open > line.start && comma - open < 64 && line.b[open] != quote) {
            open--;
        }
        int before = line.at(open - 1) == '\\' ? line.at(open - 2) : line.at(open - 1);
        return before == '(' || before == '[' ? at(line, comma) : -1;
    }

    /** {@code {password,<<"x">>}}. */
    private int afterAtom(Line line, int comma) {
        int from = line.has(comma + 1, "<<\"") ? comma + 3 : comma + 1;
        int name = comma;
        while (line.at(from) == '"' && name > line.start && comma - name < 64 && ByteClass.isWord(line.b[name - 1])) {
            name--;
        }
        NameRule rule = name < comma && line.at(name - 1) == '{' ? names.match(line, comma) : null;
        return rule == null ? -1 : values.add(line, rule, name, ',', from);
    }

    /** {@code <password type="text">x}: the name of the element whose tag ends at {@code i}. */
    private @Nullable NameRule element(Line line, int i) {
        if (line.b[i] != '>' || line.at(i - 1) != '"') {
            return null;
        }
        int open = i;
        int bound = Math.max(line.start, i - 200);
        while (open > bound && line.b[open] != '<') {
            open--;
        }
        int end = open + 1;
        while (end < i && !isBlank(line.b[end])) {
            end++;
        }
        return line.b[open] == '<' ? names.match(line, end) : null;
    }

    /** {@code SET PASSWORD FOR 'app' = 'x'} and the like: what a statement or message names long before the separator. */
    private int atDistance(Line line, int i) {
        if (!isBlank((byte) line.at(i + 1)) && !Value.isQuote(line.at(i + 1))) {
            return -1;
        }
        boolean sql = line.b[i] == '=' && line.find("PASSWORD FOR", Math.max(line.start, i - 100), i) >= 0;
        boolean mysql = line.b[i] == ':'
                && line.has(i - 14, "root@localhost")
                && line.find("password", Math.max(line.start, i - 100), i) >= 0;
        Value value = sql || mysql ? Value.at(line, i + 1, mysql) : null;
        if (value == null || value.isEmpty() || line.b[value.start()] == '<') {
            return -1;
        }
        line.hits.add(value.start(), value.end(), "password");
        return value.end();
    }

    /** The rule for the name of which this is the value: {@code name="x" value="y"}. */
    private @Nullable NameRule named(Line line, int valueName) {
        int k = valueName;
        while (k > line.start && valueName - k < MAX_GAP && isListed(line.b[k - 1])) {
            k--;
        }
        NameRule rule = k < valueName ? names.match(line, k) : null;
        if (rule == null) {
            return Structures.fromLineBefore(line, valueName);
        }
        return rule.value() == NameRule.ValueForm.NAMED ? null : rule;
    }

    private static boolean isListed(byte b) {
        return b == ' ' || b == '"' || b == '\'' || b == '\\' || b == ',';
    }

    /** Where the name before the separator ends: before blanks, quotes, backslashes and digits; -1 for none. */
    private static int nameEnd(Line line, int separator) {
        int k = separator;
        while (k > line.start && separator - k < MAX_GAP && isBetween(line.b[k - 1])) {
            k--;
        }
        k -= Value.escapedQuoteBefore(line, k);
        int digits = k;
        while (k > line.start && digits - k < 4 && isDigit(line.b[k - 1])) {
            k--;
        }
        if (k < digits && k > line.start && (line.b[k - 1] == '_' || line.b[k - 1] == '-')) {
            k--;
        }
        return k > line.start && ByteClass.isLetter(line.b[k - 1]) ? k : -1;
    }

    private static boolean isBetween(byte b) {
        return b == ' ' || b == '"' || b == '\'' || b == '\\' || b == ']' || b == ':' || b == '\t' || b == '`'
                || b == '-' || b == '*';
    }
}
