package io.troubleshooter.http.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What proves who sent a message, and when: HMAC-SHA-256 over time, a dot and the body, under a shared secret. */
public final class MessageSignature {

    public static final String PROJECT = "X-Tst-Project";
    public static final String TIMESTAMP = "X-Tst-Timestamp";
    public static final String SIGNATURE = "X-Tst-Signature";

    /** Begins the signature; another way of signing would have another name. */
    public static final String SCHEME = "v1=";

    private static final String ALGORITHM = "HmacSHA256";

    private MessageSignature() {}

    /**
     * Signs.
     *
     * @param secret not empty
     * @param timestamp seconds since 1970, as it stands in its header
     * @return 64 hexadecimal digits
     */
    public static String sign(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '.');
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java", impossible);
        }
    }
}
