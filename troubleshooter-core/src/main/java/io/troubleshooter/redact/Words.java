package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;
import static io.troubleshooter.redact.ByteClass.isWord;

/** Secrets after a telling word and a blank: command lines, SQL, configuration files, prose. */
final class Words {

    private static final String[] FILLERS = {"is ", "was ", "are ", "to ", "of ", "as ", "set to ", "has value ", "by "
    };

    private final TellingNames names = TellingNames.shared();
    private final ExemptValues exempt = new ExemptValues();
    private final Logins logins = new Logins();
    private final Values values;

    Words(Values values) {
        this.values = values;
    }

    /** {@code uid=1000(jane)}, entered at the bracket. */
    int inBracket(Line line, int open) {
        return logins.inBracket(line, open);
    }

    /** Looks at the word before the blank at {@code blank}; returns the offset after what was found, or -1. */
    int at(Line line, int token, int blank) {
        if (line.b[token] == '-') {
            int next = flag(line, token, blank);
            if (next > 0) {
                return next;
            }
        }
        NameRule rule = names.match(line, blank);
        if (rule == null) {
            int next = logins.at(line, token, blank);
            return next > 0 ? next : scheme(line, token, blank);
        }
        return switch (rule.value()) {
            case SECRET, TOKEN -> prose(line, rule, token, blank);
            case USER -> logins.user(line, token, blank);
            case DIGITS -> code(line, rule, blank);
            default -> -1;
        };
    }

    /** {@code --password x}, {@code -token x}. */
    private int flag(Line line, int token, int blank) {
        NameRule rule = names.match(line, blank);
        int from = line.skipBlanks(blank);
        if (rule == null || from >= line.end || line.b[from] == '-' && line.at(from + 1) == '-') {
            return -1;
        }
        boolean isSecret = rule.value() == NameRule.ValueForm.SECRET || rule.value() == NameRule.ValueForm.TOKEN;
        return isSecret ? addArgument(line, rule, from) : -1;
    }

    /** {@code verification code is 123456}. */
    private static int code(Line line, NameRule rule, int blank) {
        int from = afterFillers(line, blank);
        int to = from;
        while (to < line.end && ByteClass.isDigit(line.b[to])) {
            to++;
        }
        boolean fits = from > line.skipBlanks(blank) && to - from >= 4 && to - from <= 8;
        if (!fits || ByteClass.isWord((byte) line.at(to))) {
            return -1;
        }
        line.hits.add(from, to, rule.kind());
        return to;
    }

    private int addArgument(Line line, NameRule rule, int from) {
        Value value = Value.at(line, from, false);
        if (value.isEmpty() || exempt.isExempt(line, value.start(), value.end(), NameRule.ValueForm.SECRET)) {
            return -1;
        }
        int end = value.wholeEnd(line);
        line.hits.add(value.start(), end, values.kind(line, rule, value.start()));
        return end;
    }

    private int prose(Line line, NameRule rule, int token, int blank) {
        if (line.at(line.skipBlanks(blank)) == '=') {
            // An assignment, which is looked at from its separator.
            return -1;
        }
        int from = afterFillers(line, blank);
        int column = column(line, blank);
        if (column > 0 && addColumn(line, rule, column)) {
            return line.hits.lastEnd();
        }
        boolean said = from > line.skipBlanks(blank);
        Value value = Value.at(line, from, false);
        if (value.isEmpty() || exempt.isExempt(line, value.start(), value.end(), NameRule.ValueForm.SECRET)) {
            return -1;
        }
        boolean quoted = value.isQuoted() && (rule.kind().equals("password") || isDense(line, value, 8));
        boolean netrc = rule.kind().equals("password")
                && line.find("machine ", Math.max(line.start, token - 200), token) >= 0
                && line.find("login ", Math.max(line.start, token - 200), token) >= 0;
        boolean dense = isDense(line, value, rule.kind().equals("password") ? 5 : 16);
        boolean plain = said && rule.kind().equals("password") && !isWordFollowed(line, value);
        if ((quoted || netrc || dense || plain)) {
            int end = value.wholeEnd(line);
            line.hits.add(value.start(), end, values.kind(line, rule, value.start()));
            return end;
        }
        return -1;
    }

    /** Where the value stands that a table has in the column after its name, or that ends the line; -1 for none. */
    private static int column(Line line, int blank) {
        int from = line.skipBlanks(blank);
        if (line.at(from) == '|') {
            return line.skipBlanks(from + 1);
        }
        return from - blank > 1 || line.find(" ", from, line.end) < 0 ? from : -1;
    }

    private boolean addColumn(Line line, NameRule rule, int from) {
        Value value = Value.at(line, from, false);
        boolean fits = !value.isEmpty()
                && !value.isQuoted()
                && isDense(line, value, 8)
                && !isSlug(line, value.start(), value.end())
                && !Looks.isUuid(line, value.start(), value.end())
                && !exempt.isExempt(line, value.start(), value.end(), NameRule.ValueForm.SECRET);
        int after = line.skipBlanks(value.end());
        if (!fits || after < line.end && line.b[after] != '|') {
            return false;
        }
        line.hits.add(value.start(), value.end(), values.kind(line, rule, value.start()));
        return true;
    }

    /** The name of an object, such as {@code api-7d9c5b6f8}: lower case, digits, dashes. */
    private static boolean isSlug(Line line, int from, int to) {
        for (int k = from; k < to; k++) {
            byte b = line.b[k];
            if (!ByteClass.isLower(b) && !ByteClass.isDigit(b) && b != '-' && b != '.' && b != '/') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordFollowed(Line line, Value value) {
        return Looks.isWord(line, value.start(), value.end()) && isBlank((byte) line.at(value.end()));
    }

    private static int afterFillers(Line line, int blank) {
        int from = line.skipBlanks(blank);
        for (String filler : FILLERS) {
            if (line.hasIgnoreCase(from, filler)) {
                return line.skipBlanks(from + filler.length());
            }
        }
        return from;
    }

    /** One run of characters with digits and letters, or with marks that words do not have. */
    private static boolean isDense(Line line, Value value, int min) {
        if (value.end() - value.start() < min) {
            return false;
        }
        boolean digit = false;
        boolean mark = false;
        boolean letter = false;
        for (int k = value.start(); k < value.end(); k++) {
            byte b = line.b[k];
            if (b == ' ' || b == '(' || b == '/' && k == value.start() || b == ':' || b == '=') {
                return false;
            }
            digit |= ByteClass.isDigit(b);
            letter |= ByteClass.isLetter(b);
            mark |= b == '!' || b == '#' || b == '$' || b == '@' || b == '%' || b == '^' || b == '&' || b == '*';
        }
        return letter && (digit || mark);
    }

    /** {@code Bearer x}, {@code Basic x} outside a header. */
    private int scheme(Line line, int token, int blank) {
        int first = line.b[token] | 32;
        if (first != 'b' && first != 's' && first != 'g' && first != 'a') {
            return -1;
        }
        boolean bearer = line.hasIgnoreCase(token, "bearer ");
        boolean basic = line.has(token, "Basic ") || line.has(token, "basic ");
        boolean other = line.has(token, "Splunk ")
                || line.has(token, "GenieKey ")
                || line.has(token, "SSWS ")
                || line.has(token, "ApiKey ");
        if (!bearer && !basic && !other) {
            return -1;
        }
        int from = line.skipBlanks(blank);
        int to = from;
        while (to < line.end
                && (isWord(line.b[to])
                        || line.b[to] == '.'
                        || line.b[to] == '+'
                        || line.b[to] == '/'
                        || line.b[to] == '~'
                        || line.b[to] == '='
                        || line.b[to] == ':')) {
            to++;
        }
        boolean looks = Looks.isTokenLike(line, from, to, 8)
                || basic && to - from >= 8 && line.at(to - 1) == '='
                || to - from >= 20 && Looks.isRandomish(line, from, to);
        if (!looks || Looks.isPath(line, from, to)) {
            return -1;
        }
        line.hits.add(from, to, "auth-header");
        return to;
    }
}
