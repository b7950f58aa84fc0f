package io.troubleshooter.redact;

import java.nio.charset.StandardCharsets;

/** Text for tests of the clean zone, as it stands: what a redactor would do to it is not their subject. */
public final class Unredacted {

    private static final Redactor ISSUER = Redactor.create();

    private Unredacted() {}

    public static RedactedText text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static RedactedText bytes(byte[] bytes) {
        return new RedactedText(bytes, 0, bytes.length, ISSUER);
    }
}
