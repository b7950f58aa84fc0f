package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isDigit;

/** Tokens that hold a colon or a dollar sign. */
final class MarkedTokens {

    private MarkedTokens() {}

    /** Looks at a colon after a digit or a hex digit; next offset, or -1. */
    static int atColon(Line line, int token, int colon) {
        if (colon - token < 6) {
            return passwordFile(line, token, colon);
        }
        int next = telegram(line, colon);
        next = next > 0 ? next : asana(line, token, colon);
        return next > 0 ? next : hashes(line, token, colon);
    }

    /** {@code 8-10 digits : A + 34}: a bot's token of Telegram. */
    private static int telegram(Line line, int colon) {
        int from = colon;
        while (from > line.start && colon - from < 11 && isDigit(line.b[from - 1])) {
            from--;
        }
        int digits = colon - from;
        int to = colon + 1;
        while (to < line.end && ByteClass.isWord(line.b[to]) && to - colon < 40) {
            to++;
        }
        if (digits < 8 || digits > 10 || line.at(colon + 1) != 'A' || to - colon - 1 != 35) {
            return -1;
        }
        line.hits.add(from, to, "telegram-token");
        return to;
    }

    /** {@code 1/digits:32 hex}. */
    private static int asana(Line line, int token, int colon) {
        int to = colon + 33;
        boolean fits = (line.has(token, "1/") || line.has(token, "2/"))
                && colon - token > 12
                && to <= line.end
                && Looks.isHex(line, colon + 1, to);
        if (!fits) {
            return -1;
        }
        line.hits.add(token, to, "asana-token");
        return to;
    }

    /** {@code 32 hex : 32 hex}: the two hashes of NTLM. */
    private static int hashes(Line line, int token, int colon) {
        int to = colon + 33;
        boolean fits = colon - token == 32
                && to <= line.end
                && Looks.isHex(line, token, colon)
                && Looks.isHex(line, colon + 1, to)
                && !ByteClass.isAlnum((byte) line.at(to));
        if (!fits) {
            return -1;
        }
        line.hits.add(token, to, "ntlm-hash");
        return to;
    }

    /** A line of {@code .pgpass}: host, port, database, user, password. Entered at the colon after the port. */
    private static int passwordFile(Line line, int token, int colon) {
        if (line.at(token - 1) != ':' || isDigit((byte) line.at(colon + 1)) || !Looks.isDigits(line, token, colon)) {
            return -1;
        }
        int k = line.start;
        int colons = 0;
        int last = -1;
        while (k < line.end && k - line.start < 300 && line.b[k] != ' ' && line.b[k] != '"') {
            if (line.b[k] == ':') {
                colons++;
                last = k;
            }
            k++;
        }
        boolean fits = k == line.end
                && colons == 4
                && last + 1 < line.end
                && line.find(":", line.start, colon) == token - 1
                && line.b[last + 1] != '<'
                && line.find("/", line.start, line.end) < 0;
        boolean host = fits && ByteClass.isLetter(line.b[line.start]) && !isDigit(line.b[colon + 1]);
        if (!host) {
            return -1;
        }
        line.hits.add(last + 1, line.end, "password");
        return line.end;
    }

    /** {@code access_token$production$...}, at its first dollar sign; next offset, or -1. */
    static int atDollar(Line line, int dollar) {
        if (!line.has(dollar - 12, "access_token$production$") && !line.has(dollar - 12, "access_token$sandbox$")) {
            return -1;
        }
        int to = dollar;
        while (to < line.end && (ByteClass.isAlnum(line.b[to]) || line.b[to] == '$')) {
            to++;
        }
        line.hits.add(dollar - 12, to, "paypal-token");
        return to;
    }
}
