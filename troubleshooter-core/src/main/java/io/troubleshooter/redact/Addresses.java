package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;
import static io.troubleshooter.redact.ByteClass.isDigit;

/** IP addresses. */
final class Addresses {

    private Addresses() {}

    /** Adds each IPv4 address in the token. */
    static void findV4(Line line, int from, int to) {
        int k = from;
        while (k < to) {
            if (isDigit(line.b[k]) && (k == line.start || !isAlnum(line.b[k - 1]) && line.b[k - 1] != '.')) {
                int end = v4(line, k);
                if (end > 0) {
                    if (!stays(line, k, end)) {
                        line.hits.add(k, end, "ip");
                    }
                    k = end;
                    continue;
                }
            }
            k++;
        }
    }

    /** Offset after the IPv4 address at {@code from}, or -1. */
    static int v4(Line line, int from) {
        int k = from;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0) {
                if (line.at(k) != '.') {
                    return -1;
                }
                k++;
            }
            int digits = k;
            int value = 0;
            while (k < line.end && isDigit(line.b[k]) && k - digits < 4) {
                value = value * 10 + line.b[k] - '0';
                k++;
            }
            int count = k - digits;
            if (count == 0 || value > 255 || count > 1 && line.b[digits] == '0') {
                return -1;
            }
        }
        byte after = (byte) line.at(k);
        boolean goesOn = isAlnum(after) || after == '.' && isDigit((byte) line.at(k + 1));
        return goesOn ? -1 : k;
    }

    /** Loopback, "any" and masks name nobody. */
    private static boolean stays(Line line, int from, int to) {
        return line.has(from, "127.") || line.has(from, "255.") || line.has(from, "0.");
    }
}
