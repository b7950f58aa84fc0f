package io.troubleshooter.model;

import io.troubleshooter.redact.RedactedText;

/**
 * Tokens of a text, rather too many than too few: a third of its bytes, as logs have many numbers and marks, and 30 %
 * on top for newer tokenizers. Providers' own counts settle what was really used.
 */
public final class TokenEstimate {

    private static final int BYTES_PER_TOKEN_TENTHS = 23;

    private TokenEstimate() {}

    public static long of(RedactedText text) {
        return ofBytes(text.length());
    }

    /** Of text of that many UTF-8 bytes. */
    public static long ofBytes(long bytes) {
        return (bytes * 10 + BYTES_PER_TOKEN_TENTHS - 1) / BYTES_PER_TOKEN_TENTHS;
    }
}
