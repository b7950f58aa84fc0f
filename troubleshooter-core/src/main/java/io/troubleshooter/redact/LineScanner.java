package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isDigit;

/**
 * The one pass over a line. Looks each byte up once; stops at the end of a token that is long or numeric enough to be
 * something, and at the few bytes that begin or separate something secret.
 */
final class LineScanner {

    private static final int LONG = 16;

    private final int[] classes = ByteClass.shared();
    private final Values values = new Values();
    private final Assignments assignments = new Assignments(values);
    private final Words words = new Words(values);
    private final Tokens tokens = new Tokens();
    private final PercentRuns percent = new PercentRuns(this);

    void scan(Line line) {
        byte[] b = line.b;
        int end = line.end;
        int[] table = classes;
        int token = line.start;
        int seen = 0;
        int i = token;
        while (i < end) {
            int cls = table[b[i] & 0xff];
            if (cls < ByteClass.PLAIN) {
                seen |= cls;
                i++;
                continue;
            }
            int next = i;
            if (i > token && isWorthALook(i - token, seen)) {
                next = tokens.token(line, token, i, seen);
            }
            if (next == i) {
                next = cls == ByteClass.TRIGGER ? trigger(line, token, i) : plain(line, token, i);
            }
            i = next;
            token = next;
            seen = 0;
        }
        if (end > token && isWorthALook(end - token, seen)) {
            tokens.token(line, token, end, seen);
        }
        if (end - token > 2 && b[token] == '-') {
            CommandLines.at(line, token, end);
        }
    }

    private static boolean isWorthALook(int length, int seen) {
        return length >= LONG
                || length >= 7 && (seen & (ByteClass.DASH | ByteClass.SLASH)) != 0
                || (seen & ByteClass.DIGIT) != 0 && (length >= 4 || (seen & ByteClass.PLUS) != 0);
    }

    /** Handles the byte at {@code i}, which ends a token; returns where to go on, at least {@code i + 1}. */
    private int plain(Line line, int token, int i) {
        byte b = line.b[i];
        int next = -1;
        if (i - token > 1 && line.b[token] == '-') {
            next = CommandLines.at(line, token, i);
        }
        if (next > i) {
            return next;
        }
        if (b == '(' && i > line.start && isDigit(line.b[i - 1])) {
            next = words.inBracket(line, i);
        } else if (b == ' ' && i - token > 1) {
            next = words.at(line, token, i);
        } else if (b == ',' && i > line.start && (Value.isQuote(line.b[i - 1]) || isQuoted(line, i + 1))
                || b == ' ' && i > line.start && line.b[i - 1] == '"') {
            next = assignments.inTuple(line, i);
        }
        return next > i ? next : i + 1;
    }

    private static boolean isQuoted(Line line, int i) {
        return line.at(i) == '"' || line.at(i) == '<';
    }

    /** Handles the trigger at {@code i}; returns where to go on, at least {@code i + 1}. */
    private int trigger(Line line, int token, int i) {
        int next = switch (line.b[i]) {
            case '=' -> assignments.at(line, i);
            case ':' -> colon(line, token, i);
            case '@' -> at(line, i);
            case '<' -> placeholder(line, i);
            case '>' -> assignments.at(line, i);
            case '\\' -> UserPaths.atBackslash(line, i);
            case '$' -> Math.max(CryptHashes.at(line, i), MarkedTokens.atDollar(line, i));
            case '{' -> CryptHashes.at(line, i);
            case '%' -> percent.at(line, token, i);
            default -> -1;
        };
        return next > i ? next : i + 1;
    }

    private static int placeholder(Line line, int i) {
        int end = Placeholder.end(line.b, i, line.end);
        line.hasPlaceholder |= end > 0;
        return end;
    }

    private static int at(Line line, int i) {
        int next = Emails.at(line, i);
        return next > 0 ? next : Accounts.driver(line, i);
    }

    private int colon(Line line, int token, int i) {
        if (line.at(i + 1) == '/' && line.at(i + 2) == '/') {
            return Urls.at(line, token, i);
        }
        if (i - token <= 4 && isHex(line, token, i)) {
            int next = Addresses.colons(line, token);
            return next > 0 || !isDigit((byte) line.at(i - 1)) && i - token < 3 ? next : next(line, token, i);
        }
        if (i - token == 3 && line.b[token] == 'a' && line.has(token, "arn")) {
            return Accounts.arn(line, i);
        }
        return next(line, token, i);
    }

    private int next(Line line, int token, int i) {
        if (i > token && ByteClass.isHex(line.b[i - 1])) {
            int marked = MarkedTokens.atColon(line, token, i);
            if (marked > 0 || isDigit(line.b[i - 1]) && isDigit(line.b[token])) {
                return marked;
            }
        }
        return assignments.at(line, i);
    }

    private static boolean isHex(Line line, int from, int to) {
        return from == to ? line.at(to + 1) == ':' : Looks.isHex(line, from, to);
    }
}
