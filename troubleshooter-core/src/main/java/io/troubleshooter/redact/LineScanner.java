package io.troubleshooter.redact;

/**
 * The one pass over a line. Looks each byte up once; stops at the end of a token that is long or numeric enough to be
 * something, and at the few bytes that begin or separate something secret.
 */
final class LineScanner {

    private static final int LONG = 16;

    private final int[] classes = ByteClass.shared();
    private final Assignments assignments = new Assignments();
    private final Tokens tokens = new Tokens();

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
                next = cls == ByteClass.TRIGGER ? trigger(line, token, i) : i + 1;
            }
            i = next;
            token = next;
            seen = 0;
        }
        if (end > token && isWorthALook(end - token, seen)) {
            tokens.token(line, token, end, seen);
        }
    }

    private static boolean isWorthALook(int length, int seen) {
        return length >= LONG || (seen & ByteClass.DIGIT) != 0 && length >= 7;
    }

    /** Handles the trigger at {@code i}; returns where to go on, at least {@code i + 1}. */
    private int trigger(Line line, int token, int i) {
        int next = -1;
        switch (line.b[i]) {
            case '=' -> next = assignments.at(line, i);
            case ':' -> next = colon(line, token, i);
            case '@' -> next = Emails.at(line, i);
            case '<' -> next = Placeholder.end(line.b, i, line.end);
            default -> {}
        }
        return next > i ? next : i + 1;
    }

    private int colon(Line line, int token, int i) {
        if (line.at(i + 1) == '/' && line.at(i + 2) == '/') {
            return Urls.at(line, token, i);
        }
        return i > line.start && ByteClass.isDigit(line.b[i - 1]) ? -1 : assignments.at(line, i);
    }
}
