package io.troubleshooter.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What a provider's own records may say of a call. The session's id is a key to it, so that only its hash goes out. */
final class Labels {

    private Labels() {}

    static Map<String, String> of(Inquiry inquiry, String stage, String route) {
        return Map.of("stage", stage, "route", route, "conversation", hash(inquiry.session()));
    }

    private static String hash(String session) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
