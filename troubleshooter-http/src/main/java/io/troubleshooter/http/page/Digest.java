package io.troubleshooter.http.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a content by its hash: 16 hex digits of SHA-256. */
final class Digest {

    private static final int BYTES = 8;

    private Digest() {}

    static String of(byte[]... contents) {
        MessageDigest digest = sha256();
        for (byte[] content : contents) {
            digest.update(content);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
