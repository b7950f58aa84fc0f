package io.troubleshooter.template;

import static io.troubleshooter.template.Bytes.AT;
import static io.troubleshooter.template.Bytes.COLON;
import static io.troubleshooter.template.Bytes.DIGIT;
import static io.troubleshooter.template.Bytes.DOT;
import static io.troubleshooter.template.Bytes.PLACEHOLDER;
import static io.troubleshooter.template.Bytes.SLASH;
import static io.troubleshooter.template.Bytes.SPACE;

/** Decides whether a word is a variable part, of which kind, and how much of it is fixed. */
final class WordMask {

    /** With so few digits a word may well be a name that happens to hold them: {@code ssh2}, {@code Log4j}. */
    private static final int MAX_DIGITS_OF_NAME = 2;

    private final MessageScanner scanner;
    private final byte[] in;

    WordMask(MessageScanner scanner) {
        this.scanner = scanner;
        this.in = scanner.in;
    }

    /** A word of letters, dots, hyphens and the like. */
    int plain(int start, int end, int flags, boolean value) {
        if ((flags & (Bytes.LETTER | Bytes.HEX_LETTER)) == 0) {
            return scanner.constant(start, end);
        }
        if (value && !opensGroup(end) && !isValueWord(start, end)) {
            return scanner.mark((flags & DOT) != 0 ? VariableKind.NAME : VariableKind.WORD, start, end, end, end);
        }
        if ((flags & DOT) != 0) {
            return dotted(start, end);
        }
        if (isValueWord(start, end) || isUser(start, end)) {
            return scanner.variable(VariableKind.WORD, start, end);
        }
        if (Numbers.isLongHex(in, start, end)) {
            return scanner.variable(VariableKind.HEX, start, end);
        }
        int date = end - start == 3 ? Dates.endOfWords(in, start, scanner.length) : -1;
        return date > 0 ? scanner.variable(VariableKind.TIME, start, date) : scanner.constant(start, end);
    }

    private boolean opensGroup(int end) {
        return end < scanner.length && (in[end] == '{' || in[end] == '(');
    }

    private int dotted(int start, int end) {
        if (Hosts.isName(in, start, end)) {
            return scanner.variable(VariableKind.HOST, start, end);
        }
        scanner.variables.add(
                VariableKind.NAME,
                start,
                end,
                scanner.context().start(),
                scanner.context().end());
        return scanner.constant(start, end);
    }

    private boolean isValueWord(int start, int end) {
        int size = end - start;
        if (size != 4 && size != 5) {
            return false;
        }
        return size == 5
                ? WordContext.is(in, start, end, "false")
                : WordContext.is(in, start, end, "true")
                        || WordContext.is(in, start, end, "null")
                        || WordContext.is(in, start, end, "root");
    }

    private boolean isUser(int start, int end) {
        return scanner.context().namesUser(in, start)
                && !WordContext.is(in, start, end, "user")
                && !WordContext.is(in, start, end, "invalid")
                && !WordContext.is(in, start, end, "unknown");
    }

    /** A word with digits, colons, slashes, at signs or placeholders. */
    int special(int start, int end, int flags, boolean value) {
        if ((flags & PLACEHOLDER) != 0) {
            return scanner.variable(VariableKind.PLACEHOLDER, start, end);
        }
        byte first = in[start];
        if (first == '/' || first == '\\') {
            return rooted(start, end);
        }
        if (Bytes.isDigit(first) || ((first == '-' || first == '+' || first == '.') && Bytes.isDigit(in[start + 1]))) {
            return digits(start, end, flags);
        }
        if ((flags & COLON) != 0) {
            return colons(start, end, flags, value);
        }
        return letters(start, end, flags, value);
    }

    private int rooted(int start, int end) {
        if (end == start + 1) {
            return scanner.constant(start, end);
        }
        boolean address = Bytes.isDigit(in[start + 1]) && Hosts.isAddress(in, start + 1, end);
        return scanner.variable(address ? VariableKind.IP : VariableKind.PATH, start, end);
    }

    private int digits(int start, int end, int flags) {
        int colon = (flags & COLON) == 0 ? -1 : Numbers.colonBeforeWord(in, start, end);
        if (colon > 0) {
            return digits(start, colon, Numbers.flags(in, start, colon));
        }
        VariableKind kind = Numbers.kindOf(in, start, end, flags);
        if (kind == VariableKind.TIME) {
            return scanner.variable(kind, start, Dates.endOfTime(in, end, scanner.length));
        }
        return kind == VariableKind.NUMBER ? measured(start, end) : scanner.variable(kind, start, end);
    }

    /** A number and the unit after it, which is part of the template as long as it is the same everywhere. */
    private int measured(int from, int end) {
        int unitEnd = Units.end(in, end, scanner.length);
        if (unitEnd < 0) {
            return scanner.variable(VariableKind.NUMBER, from, end);
        }
        VariableKind kind = Units.isSize(in, end + 1) ? VariableKind.SIZE : VariableKind.DURATION;
        if (Units.isScaled(in, end + 1, unitEnd)) {
            return scanner.variable(kind, from, unitEnd);
        }
        int repeated = Units.endOfRepetition(in, unitEnd, scanner.length);
        if (repeated > 0) {
            return scanner.variable(kind, from, repeated);
        }
        return scanner.mark(kind, from, unitEnd, from, end);
    }

    /** A number behind a sign of comparison, {@code <1 sec}; the sign goes with it unless it is a bracket. */
    int compared(int at) {
        int end = at + 1;
        while (end < scanner.length && (Bytes.isDigit(in[end]) || in[end] == '.')) {
            end++;
        }
        boolean bracket = end < scanner.length && Bytes.classOf(in[end]) != SPACE;
        return bracket ? scanner.literal(at) : measured(at, end);
    }

    private int colons(int start, int end, int flags, boolean value) {
        int colon = start;
        while (in[colon] != ':') {
            colon++;
        }
        if (colon + 2 < end && in[colon + 1] == '/' && in[colon + 2] == '/') {
            return scanner.variable(VariableKind.URL, start, urlEnd(end));
        }
        if (colon == start + 1 && in[colon + 1] == '\\') {
            return scanner.variable(VariableKind.PATH, start, end);
        }
        if (WordContext.is(in, start, colon, "arn")) {
            return scanner.variable(VariableKind.ARN, start, end);
        }
        if (Hosts.isHexWithColons(in, start, end)) {
            return scanner.variable(end - start == 17 ? VariableKind.MAC : VariableKind.IP, start, end);
        }
        if (Hosts.hasPort(in, start, colon, end)) {
            return scanner.variable(VariableKind.HOST, start, end);
        }
        if (Numbers.digits(in, start, colon) > 0 && Numbers.digits(in, colon, end) > 0) {
            return scanner.mark(VariableKind.ID, start, end, prefixEnd(start), end);
        }
        if (value && !opensGroup(end)) {
            int fixedFrom = (flags & DIGIT) != 0 ? start : end;
            return scanner.mark(VariableKind.ID, start, end, fixedFrom, end);
        }
        return scanner.splitAtColon(start, colon, end);
    }

    private int urlEnd(int from) {
        int i = from;
        while (i < scanner.length && Bytes.classOf(in[i]) != SPACE && "\"'<>)]}".indexOf(in[i]) < 0) {
            i++;
        }
        while (i > from && (in[i - 1] == ',' || in[i - 1] == ';')) {
            i--;
        }
        return i;
    }

    private int letters(int start, int end, int flags, boolean value) {
        if ((flags & DIGIT) == 0) {
            return undigited(start, end, flags, value);
        }
        if (Numbers.isUuid(in, start, end)) {
            return scanner.variable(VariableKind.UUID, start, end);
        }
        if (Numbers.isHex(in, start, end)) {
            return scanner.variable(VariableKind.HEX, start, end);
        }
        if ((flags & DOT) != 0 && Hosts.isName(in, start, end)) {
            return scanner.variable(VariableKind.HOST, start, end);
        }
        int prefixEnd = prefixEnd(start);
        if (prefixEnd > start && (flags & SLASH) == 0 && Numbers.hasNoLetter(in, prefixEnd, end)) {
            return scanner.mark(VariableKind.ID, start, end, prefixEnd, end);
        }
        if (Numbers.digits(in, start, end) <= MAX_DIGITS_OF_NAME && !Numbers.isVersion(in, start)) {
            return value
                    ? scanner.variable(VariableKind.ID, start, end)
                    : scanner.markName(VariableKind.ID, start, end);
        }
        VariableKind kind = (flags & SLASH) != 0 ? VariableKind.PATH : VariableKind.ID;
        return scanner.mark(kind, start, end, (flags & SLASH) != 0 ? start : prefixEnd, end);
    }

    private int undigited(int start, int end, int flags, boolean value) {
        if (value && !opensGroup(end)) {
            return scanner.mark(VariableKind.PATH, start, end, end, end);
        }
        if ((flags & (SLASH | DOT)) == (SLASH | DOT) || in[start] == '~') {
            return scanner.variable(VariableKind.PATH, start, end);
        }
        if ((flags & (AT | DOT)) == (AT | DOT)) {
            return scanner.variable(VariableKind.HOST, start, end);
        }
        return scanner.constant(start, end);
    }

    /** The end of the parts without digits that lead the word: {@code jetty-} of {@code jetty-6.1}. */
    private int prefixEnd(int start) {
        int prefix = start;
        for (int i = start; !Bytes.isDigit(in[i]); i++) {
            if (in[i] == '-' || in[i] == '.' || in[i] == '@') {
                prefix = i > start && in[i - 1] == '_' ? start : i + 1;
            }
        }
        return prefix;
    }
}
