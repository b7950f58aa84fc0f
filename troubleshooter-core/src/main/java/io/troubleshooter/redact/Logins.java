package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;

/** Names of people in what login services write: {@code Failed password for jane from}, {@code uid=1000(jane)}. */
final class Logins {

    private static final String[] BEFORE_FOR = {"password ", "publickey ", "interactive/pam ", "gssapi-with-mic "};

    private final WordList serviceAccounts = WordList.shipped("service-accounts");
    private final WordList words = WordList.shipped("exempt-values");

    /** Looks at the word before the blank, {@code for} among them; next offset, or -1. */
    int at(Line line, int token, int blank) {
        if (blank - token != 3 || !line.has(token, "for")) {
            return -1;
        }
        for (String before : BEFORE_FOR) {
            if (line.has(token - before.length(), before)) {
                int from = line.skipBlanks(blank);
                int to = nameEnd(line, from);
                return line.has(to, " from ") || to == line.end ? add(line, from, to) : -1;
            }
        }
        return -1;
    }

    /** {@code for user jane}, {@code invalid user jane from}, {@code user "jane"}. */
    int user(Line line, int token, int blank) {
        int from = line.skipBlanks(blank);
        if (Value.isQuote(line.at(from))) {
            return quoted(line, from);
        }
        boolean session = line.has(token - 4, "for ") || line.has(token - 8, "invalid ");
        int to = session ? nameEnd(line, from) : from;
        boolean ends = line.has(to, " from") || line.has(to, " by ") || line.has(to, "(uid=") || to == line.end;
        return session && ends ? add(line, from, to) : -1;
    }

    private int quoted(Line line, int quote) {
        int from = quote + 1;
        int to = nameEnd(line, from);
        if (line.at(to) == '\\') {
            from = to + 1;
            to = nameEnd(line, from);
        }
        return line.at(to) == line.b[quote] ? add(line, from, to) : -1;
    }

    /** {@code uid=1000(jane)}, entered at the bracket. */
    int inBracket(Line line, int open) {
        int k = open;
        while (k > line.start && ByteClass.isDigit(line.b[k - 1])) {
            k--;
        }
        if (k == open || !line.has(k - 4, "uid=")) {
            return -1;
        }
        int to = nameEnd(line, open + 1);
        return line.at(to) == ')' ? add(line, open + 1, to) : -1;
    }

    private int add(Line line, int from, int to) {
        boolean name = to - from >= 2
                && to - from <= 32
                && ByteClass.isLetter(line.b[from])
                && !serviceAccounts.has(line, from, to)
                && !words.has(line, from, to);
        if (!name) {
            return -1;
        }
        line.hits.add(from, to, "user");
        return to;
    }

    private static int nameEnd(Line line, int from) {
        int k = from;
        while (k < line.end && !isBlank(line.b[k]) && (ByteClass.isWord(line.b[k]) || line.b[k] == '.')) {
            k++;
        }
        return k;
    }
}
