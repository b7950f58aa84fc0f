package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;
import static io.troubleshooter.redact.ByteClass.isDigit;

/** AWS account numbers, and passwords in the user part of connection strings that are no URLs. */
final class Accounts {

    private Accounts() {}

    /** Looks at an ARN, entered at its first colon: the account goes, all else stays. Next offset, or -1. */
    static int arn(Line line, int colon) {
        if (!line.has(colon - 3, "arn:aws")) {
            return -1;
        }
        int k = colon;
        for (int field = 0; field < 4; field++) {
            if (line.at(k) != ':') {
                return -1;
            }
            k++;
            while (field < 3 && k < line.end && (ByteClass.isWord(line.b[k]))) {
                k++;
            }
        }
        return isAccount(line, k) ? add(line, k) : k;
    }

    /** Twelve digits, no more. */
    static boolean isAccount(Line line, int from) {
        return from + 12 <= line.end && Looks.isDigits(line, from, from + 12) && !isDigit((byte) line.at(from + 12));
    }

    static int add(Line line, int from) {
        line.hits.add(from, from + 12, "aws-account");
        return from + 12;
    }

    /** {@code user:password@tcp(host)}, {@code thin:user/password@host}, {@code sqlplus user/password@db}, at the {@code @}. */
    static int driver(Line line, int at) {
        if (!ByteClass.isAlnum((byte) line.at(at + 1)) && line.at(at + 1) != '/' || line.at(at - 1) == '@') {
            return -1;
        }
        boolean go = line.has(at + 1, "tcp(") || line.has(at + 1, "unix(") || line.has(at + 1, "udp(");
        int from = at;
        int bound = Math.max(line.start, at - 160);
        while (from > bound && !isBlank(line.b[from - 1]) && line.b[from - 1] != '"' && line.b[from - 1] != '\'') {
            from--;
        }
        int oracle = line.find(":thin:", from, at);
        oracle = oracle < 0 ? line.find(":oci:", from, at) : oracle;
        boolean sqlplus = line.find("sqlplus ", Math.max(line.start, from - 24), from) >= 0
                || line.hasIgnoreCase(from - 6, "expdp ")
                || line.hasIgnoreCase(from - 6, "impdp ");
        if (!go && oracle < 0 && !sqlplus) {
            return -1;
        }
        int mark = line.find(go ? ":" : "/", oracle > 0 ? oracle + 5 : from, at);
        if (mark < 0 || mark + 1 >= at || line.b[mark + 1] == '<') {
            return -1;
        }
        line.hits.add(mark + 1, at, "url-password");
        return at + 1;
    }
}
