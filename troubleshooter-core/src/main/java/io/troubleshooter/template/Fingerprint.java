package io.troubleshooter.template;

import io.troubleshooter.redact.RedactedText;

/** {@code v1:} and the FNV-1a hash (64 bits, 16 hex digits) of a template's UTF-8 text. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(RedactedText text) {
        byte[] bytes = new byte[text.length()];
        text.copyTo(bytes, 0);
        String hex = Long.toHexString(Hashes.fnv1a(bytes, 0, bytes.length));
        return "v1:" + "0".repeat(16 - hex.length()) + hex;
    }
}
