package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;
import static io.troubleshooter.redact.ByteClass.isDigit;

/** Looks closer at tokens that the scan found long or numeric. */
final class Tokens {

    private static final int LONG = 16;
    /** Beginnings of vendors' tokens in one run: with more of them it is an attack, and goes as a whole. */
    private static final int MAX_LOOKS = 2000;

    private static final int NUMERIC = ByteClass.DIGIT | ByteClass.DASH | ByteClass.DOT;

    private final VendorTokens vendors = VendorTokens.shared();
    private final RandomTokens random = new RandomTokens();

    /** Adds what the token is; returns the offset to go on from, {@code to} or beyond it; -1 to have it scanned on. */
    int token(Line line, int from, int end, int seen) {
        // A full stop ends a sentence.
        int to = end - from > 4 && line.b[end - 1] == '.' ? end - 1 : end;
        return Math.max(end, look(line, from, to, seen));
    }

    private int look(Line line, int from, int to, int seen) {
        if ((seen & ByteClass.SLASH) != 0) {
            UserPaths.find(line, from, to);
        }
        if ((seen & ByteClass.DASH) != 0 && line.has(to - 10, "-----BEGIN")) {
            int pem = PemBlocks.at(line, to);
            return pem > to ? pem : to;
        }
        if ((seen & ByteClass.DIGIT) == 0) {
            return to - from < LONG ? to : longToken(line, from, to, seen);
        }
        if ((seen & ~NUMERIC) == 0 || line.b[from] == '0' && (seen & ~(NUMERIC | ByteClass.SLASH)) == 0) {
            return numeric(line, from, to, seen);
        }
        int next = mixed(line, from, to, seen);
        return next > 0 ? next : to - from < LONG ? to : longToken(line, from, to, seen);
    }

    private static int numeric(Line line, int from, int to, int seen) {
        if ((seen & ByteClass.DOT) != 0 && to - from >= 7) {
            Addresses.findV4(line, from, to);
        }
        if (line.at(from - 1) == ' ' && isDigit((byte) line.at(from - 2)) && to - from <= 8) {
            int grouped = GroupedNumbers.at(line, from);
            if (grouped > 0) {
                return Math.max(grouped, to);
            }
        }
        boolean phoneOrCard = to - from >= 7 || to - from >= 4 && line.at(to) == ' ' && isDigit((byte) line.at(to + 1));
        int next = phoneOrCard && isDigit(line.b[from]) ? Numbers.at(line, from, to) : -1;
        return Math.max(next, to);
    }

    /** Tokens of digits and other characters, of any length; the next offset, or -1. */
    private static int mixed(Line line, int from, int to, int seen) {
        if ((seen & ByteClass.PLUS) != 0 && line.b[from] == '+') {
            return Numbers.international(line, from);
        }
        if ((seen & ByteClass.DOT) != 0) {
            Addresses.findV4(line, from, to);
        }
        if ((seen & ByteClass.DASH) != 0 && to - from >= 10) {
            Addresses.findDashed(line, from, to);
        }
        if (Accounts.isAccount(line, from) && line.has(from + 12, ".dkr.ecr.")) {
            return Math.max(to, Accounts.add(line, from));
        }
        if (isDashedMac(line, from, to)) {
            return Addresses.mac(line, from, to);
        }
        return isDigit((byte) line.at(from + 2)) && isDigit((byte) line.at(from + 3)) ? Numbers.iban(line, from) : -1;
    }

    /** {@code 00-1a-2b-3c-4d-5e} and {@code 001a.2b3c.4d5e}. */
    private static boolean isDashedMac(Line line, int from, int to) {
        int length = to - from;
        if (length != 17 && length != 14) {
            return false;
        }
        int every = length == 17 ? 3 : 5;
        for (int k = from; k < to; k++) {
            boolean mark = (k - from) % every == every - 1;
            if (mark ? line.b[k] != (length == 17 ? '-' : '.') : !ByteClass.isHex(line.b[k])) {
                return false;
            }
        }
        return true;
    }

    private int longToken(Line line, int from, int to, int seen) {
        int next = to;
        int looks = 0;
        int k = from;
        while (k < to) {
            boolean begins = k == from || !isAlnum(line.b[k - 1]);
            if (begins && vendors.mayBegin(line, k) && ++looks > MAX_LOOKS) {
                line.hits.add(k, to, "token");
                return to;
            }
            TokenShape shape = begins ? vendors.match(line, k) : null;
            if (shape != null) {
                int end = shape.end(line, k);
                line.hits.add(k, end, shape.kind());
                next = Math.max(next, end);
                k = end;
            } else {
                k++;
            }
        }
        return next > to || line.hits.endsAfter(from) ? next : random.find(line, from, to, seen);
    }
}
