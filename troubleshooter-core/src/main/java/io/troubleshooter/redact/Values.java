package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;
import static io.troubleshooter.redact.ByteClass.isLetter;

/** What of the value after a telling name is secret. */
final class Values {

    private static final int QUERY_MIN = 12;

    private final ExemptValues exempt = new ExemptValues();
    private final WordList serviceAccounts = WordList.shipped("service-accounts");
    private final VendorTokens vendors = VendorTokens.shared();

    /**
     * Adds what is secret in the value at {@code from}.
     *
     * @param nameStart where the name begins that the value follows
     * @param separator the byte between them: {@code =}, {@code :}, {@code >}, {@code ,}, or a blank
     * @return the offset to go on from, or -1 where nothing was added
     */
    int add(Line line, NameRule rule, int nameStart, int separator, int from) {
        if (LineOpeners.opens(line, rule, line.skipBlanks(from))) {
            return -1;
        }
        Value value = Value.at(line, from, LineForm.hasLineToItself(line, rule, nameStart, separator, from));
        if (value.isEmpty()) {
            return -1;
        }
        return switch (rule.value()) {
            case AUTH -> AuthValues.add(line, rule, value, exempt);
            case COOKIE -> CookieValues.add(line, rule, value);
            case QUERY -> isQuery(line, nameStart, value) ? addWhole(line, rule, value, separator) : -1;
            case TOKEN -> isToken(line, value) ? addWhole(line, rule, value, separator) : -1;
            case DIGITS -> isCode(line, value) ? addWhole(line, rule, value, separator) : -1;
            case USER -> isPerson(line, value) ? addWhole(line, rule, value, separator) : -1;
            case SECRET -> addWhole(line, rule, value, separator);
            case NAMED, NAMING, LINES, KIND, DATA, NONE -> -1;
        };
    }

    private int addWhole(Line line, NameRule rule, Value value, int separator) {
        int from = value.start();
        int to = value.end();
        if (exempt.isExempt(line, from, to, rule.value()) || isProse(line, value, separator)) {
            return -1;
        }
        int end = value.wholeEnd(line);
        line.hits.add(from, end, kind(line, rule, from));
        return end > to ? end : addRest(line, rule, value, separator);
    }

    /** The vendor's kind where the value has a vendor's mark. */
    String kind(Line line, NameRule rule, int from) {
        TokenShape shape = vendors.match(line, from);
        return shape == null ? rule.kind() : shape.kind();
    }

    /** Adds the other texts of a list. */
    private int addRest(Line line, NameRule rule, Value value, int separator) {
        int next = value.end();
        if (value.isQuoted() && line.has(next + 1, " -> \"")) {
            Value changed = Value.at(line, next + 5, false);
            if (!changed.isEmpty() && !exempt.isExempt(line, changed.start(), changed.end(), rule.value())) {
                line.hits.add(changed.start(), changed.end(), rule.kind());
                next = changed.end();
            }
        }
        if (value.isQuoted() && line.at(next + 1) == ',' && line.at(value.start() - 2) == '[') {
            Value more = Value.at(line, next + 2, false);
            if (more.isQuoted() && !more.isEmpty()) {
                line.hits.add(more.start(), more.end(), rule.kind());
                next = more.end();
            }
        }
        return next;
    }

    /** {@code token: expected a string}: a word that goes on as a sentence. */
    private boolean isProse(Line line, Value value, int separator) {
        if (value.open() != 0 || separator == '=') {
            return false;
        }
        int to = value.start();
        while (to < value.end() && !isBlank(line.b[to])) {
            to++;
        }
        boolean goesOn = to + 1 < line.end && isBlank(line.b[to]) && isLetter(line.b[to + 1]);
        return exempt.isStatus(line, value.start(), to)
                || goesOn && to == value.end() && Looks.isWord(line, value.start(), to);
    }

    private static boolean isQuery(Line line, int nameStart, Value value) {
        int before = line.at(nameStart - 1);
        return (before == '?' || before == '&' || before == ';' && line.has(nameStart - 5, "&amp;"))
                && value.end() - value.start() >= QUERY_MIN;
    }

    private static boolean isToken(Line line, Value value) {
        return Looks.isTokenLike(line, value.start(), value.end(), QUERY_MIN)
                && !Looks.isUuid(line, value.start(), value.end())
                && (line.find("/", value.start(), value.end()) < 0 || Looks.isRandom(line, value.start(), value.end()))
                && (value.end() - value.start() >= 24 || !Looks.isHex(line, value.start(), value.end()));
    }

    private static boolean isCode(Line line, Value value) {
        int length = value.end() - value.start();
        return length >= 3 && length <= 10 && Looks.isDigits(line, value.start(), value.end());
    }

    private boolean isPerson(Line line, Value value) {
        int from = value.start();
        int to = value.end();
        if (!isLetter(line.b[from]) || to - from > 64 || serviceAccounts.has(line, from, to)) {
            return false;
        }
        for (int k = from; k < to; k++) {
            if (!ByteClass.isWord(line.b[k]) && line.b[k] != '.') {
                return false;
            }
        }
        return !isService(line, from, to);
    }

    private static boolean isService(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            if (line.b[k] == '-' || line.b[k] == '_') {
                return true;
            }
        }
        return false;
    }
}
