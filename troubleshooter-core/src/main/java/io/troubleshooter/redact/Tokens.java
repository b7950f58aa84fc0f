package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isAlnum;

/** Looks closer at tokens that the scan found long or numeric. */
final class Tokens {

    private final VendorTokens vendors = VendorTokens.shared();

    /** Adds what the token is; returns the offset to go on from: {@code to}, or beyond it. */
    int token(Line line, int from, int to, int seen) {
        int next = to;
        if ((seen & ByteClass.DIGIT) != 0 && (seen & ByteClass.DOT) != 0) {
            Addresses.findV4(line, from, to);
        }
        if (to - from >= 16) {
            for (int k = from; k < to; k++) {
                if (k == from || !isAlnum(line.b[k - 1])) {
                    TokenShape shape = vendors.match(line, k);
                    if (shape != null) {
                        int end = shape.end(line, k);
                        line.hits.add(k, end, shape.kind());
                        next = Math.max(next, end);
                        k = end - 1;
                    }
                }
            }
        }
        return next;
    }
}
