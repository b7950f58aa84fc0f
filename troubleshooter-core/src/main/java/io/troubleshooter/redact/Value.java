package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;
import static io.troubleshooter.redact.ByteClass.isWord;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands, without its quotes.
 *
 * @param open what opens it: a quote, {@code [}, or 0
 */
record Value(int start, int end, int open) {

    /** How much of a value without quotes is looked at, to tell whether it is one; all of it goes then. */
    private static final int BARE_MAX = 2048;

    /** The end of the whole value where it is longer than was looked at. */
    int wholeEnd(Line line) {
        int k = end;
        while (open == 0 && k - start >= BARE_MAX && k < line.end && !isBlank(line.b[k]) && !ends(line, k)) {
            k++;
        }
        return k;
    }

    boolean isEmpty() {
        return end <= start;
    }

    boolean isQuoted() {
        return open == '"' || open == '\'' || open == '`';
    }

    private static final String[] ESCAPED_QUOTES = {"&quot;", "\\u0022", "&#34;", "&#39;", "&apos;"};

    /** Length of the quote written as an escape that ends before {@code end}; 0 for none. */
    static int escapedQuoteBefore(Line line, int end) {
        int last = line.at(end - 1);
        if (last != ';' && last != '2') {
            return 0;
        }
        for (String quote : ESCAPED_QUOTES) {
            if (line.has(end - quote.length(), quote)) {
                return quote.length();
            }
        }
        return 0;
    }

    /** The value in quotes written as escapes, or in a CDATA section, that begins at {@code k}; null for neither. */
    private static @Nullable Value escaped(Line line, int k) {
        int first = line.at(k);
        if (first != '&' && first != '\\' && first != '<') {
            return null;
        }
        if (line.has(k, "<![CDATA[")) {
            int end = line.find("]]>", k, Math.min(line.end, k + BARE_MAX));
            return new Value(k + 9, end < 0 ? line.end : end, '[');
        }
        for (String quote : ESCAPED_QUOTES) {
            if (line.has(k, quote)) {
                int end = line.find(quote, k + quote.length(), line.end);
                return new Value(k + quote.length(), end < 0 ? bareEnd(line, k + quote.length()) : end, '"');
            }
        }
        return null;
    }

    /** The value that begins at or after {@code from}; to the end of the line where it has the line to itself. */
    static Value at(Line line, int from, boolean wholeLine) {
        int k = line.skipBlanks(from);
        if ((line.at(k) == 'b' || line.at(k) == 'u' || line.at(k) == 'N') && isQuote(line.at(k + 1))) {
            k++;
        }
        Value escaped = escaped(line, k);
        if (escaped != null) {
            return escaped;
        }
        int slashes = k;
        while (line.at(k) == '\\') {
            k++;
        }
        if (isQuote(line.at(k))) {
            return quoted(line, k + 1, (byte) line.at(k), k - slashes);
        }
        k = slashes;
        if (line.at(k) == '[' || line.at(k) == '(' && closes(line, k)) {
            return inBracket(line, k + 1, line.at(k) == '[' ? ']' : ')');
        }
        if (line.at(k) == '{') {
            int close = line.find("};", k, Math.min(line.end, k + 130));
            if (close > 0 && hasMark(line, k + 1, close)) {
                return new Value(k + 1, close, '[');
            }
        }
        Value bare = new Value(k, wholeLine ? lineEnd(line, k) : bareEnd(line, k), 0);
        return reopened(line, bare);
    }

    /** ODBC puts what holds marks in braces; a template in braces holds none. */
    private static boolean hasMark(Line line, int from, int to) {
        boolean digit = false;
        for (int k = from; k < to; k++) {
            if (line.b[k] == '{' || line.b[k] == '"' || line.b[k] == ' ' || line.b[k] == ',') {
                return false;
            }
            digit |= ByteClass.isDigit(line.b[k]);
        }
        return digit;
    }

    /** {@code Some("x")}, {@code ["x"]}: the value proper is the one in quotes. */
    private static Value reopened(Line line, Value bare) {
        int end = bare.end();
        boolean wrapped = end > bare.start() && end < line.end && line.b[end - 1] == '(';
        return wrapped && (isQuote(line.b[end]) || line.b[end] == '\\') ? at(line, end, false) : bare;
    }

    private static boolean closes(Line line, int open) {
        int close = line.find(")", open, open + BARE_MAX);
        return close > 0 && (close + 1 == line.end || isBlank(line.b[close + 1]) || line.b[close + 1] == ',');
    }

    private static Value inBracket(Line line, int from, int close) {
        int k = line.skipBlanks(from);
        if (isQuote(line.at(k)) || line.at(k) == '\\') {
            return at(line, k, false);
        }
        int end = k;
        while (end < line.end && end - k < BARE_MAX && line.b[end] != close && line.b[end] != '"') {
            end++;
        }
        return new Value(k, end, '[');
    }

    static boolean isQuote(int b) {
        return b == '"' || b == '\'' || b == '`';
    }

    /** Up to the closing quote, which has as many backslashes before it as the opening one. */
    private static Value quoted(Line line, int from, byte quote, int escapes) {
        int run = 0;
        int period = 2 * (escapes + 1);
        for (int k = from; k < line.end; k++) {
            if (line.b[k] == '\\') {
                run++;
                continue;
            }
            if (line.b[k] == quote && run % period == escapes) {
                if (quote == '\'' && escapes == 0 && line.at(k + 1) == '\'') {
                    k++;
                } else {
                    return new Value(from, k - Math.min(run, escapes), quote);
                }
            }
            run = 0;
        }
        return new Value(from, line.end, quote);
    }

    private static int lineEnd(Line line, int from) {
        int end = line.end;
        while (end > from && isBlank(line.b[end - 1])) {
            end--;
        }
        return end;
    }

    /** End of a value without quotes that stands among others. */
    static int bareEnd(Line line, int from) {
        int bound = Math.min(line.end, from + BARE_MAX);
        int k = from;
        if (line.at(k) == '<') {
            k = angle(line, k);
        }
        while (k < bound && !isBlank(line.b[k]) && !ends(line, k)) {
            k++;
        }
        while (k > from + 1 && isTrailing(line, k)) {
            k--;
        }
        return k;
    }

    /** After a value that begins with an angle: a word in angles stays whole, so that it can be told for what it is. */
    private static int angle(Line line, int from) {
        int k = from + 1;
        while (k < line.end && k - from < 80 && line.b[k] != '>' && line.b[k] != '<' && line.b[k] != '"') {
            k++;
        }
        return line.at(k) == '>' ? k + 1 : from;
    }

    private static boolean isTrailing(Line line, int end) {
        byte last = line.b[end - 1];
        boolean stops = end == line.end || isBlank(line.b[end]);
        return stops && (last == '.' || last == ',' || last == ':');
    }

    private static boolean ends(Line line, int k) {
        return switch (line.b[k]) {
            case '"', '\'', '<', '>', ';', '`' -> true;
            case '&' -> beginsPair(line, k + 1) || line.has(k, "&amp;") || line.at(k + 1) == '&';
            case ',' -> endsItem(line.at(k + 1)) || beginsPair(line, k + 1);
            case ')', ']', '}' -> !isWord((byte) line.at(k + 1)) && !isInside(line.at(k + 1));
            case '\\' -> isEscape(line, k + 1);
            default -> false;
        };
    }

    private static boolean isInside(int b) {
        return b == '!' || b == '#' || b == '%' || b == '^' || b == '*' || b == '+';
    }

    private static boolean endsItem(int next) {
        return next == 0 || next == ' ' || next == '\t' || isQuote(next) || next == '{' || next == '[' || next == '\\';
    }

    private static boolean isEscape(Line line, int k) {
        int next = line.at(k);
        return isQuote(next)
                || next == 'n'
                || next == 'r'
                || line.has(k, "u0026")
                || line.has(k, "u003c")
                || next == '\\';
    }

    /** Whether {@code name=} or {@code name:} begins here. */
    private static boolean beginsPair(Line line, int from) {
        int k = from;
        int bound = Math.min(line.end, from + 64);
        while (k < bound && (isWord(line.b[k]) || line.b[k] == '.')) {
            k++;
        }
        return k > from && k < bound && (line.b[k] == '=' || line.b[k] == ':');
    }
}
