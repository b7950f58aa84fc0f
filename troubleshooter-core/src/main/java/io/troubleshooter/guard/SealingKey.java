package io.troubleshooter.guard;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key. A sealed value is {@code 01}, length of the key's id, id, nonce, ciphertext with its tag. The nonce is random:
 * under one key, 2^32 values may be sealed before the chance of a repeated one reaches 2^-33 (NIST SP 800-38D, 8.3).
 */
final class SealingKey {

    /** Begins no gzip, no JSON and no text. */
    private static final byte SEALED = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final byte[] mark;
    private final SecretKeySpec key;

    SealingKey(String id, byte[] key) {
        this.id = id;
        this.key = new SecretKeySpec(key, "AES");
        byte[] name = id.getBytes(StandardCharsets.US_ASCII);
        this.mark = new byte[2 + name.length];
        mark[0] = SEALED;
        mark[1] = (byte) name.length;
        System.arraycopy(name, 0, mark, 2, name.length);
    }

    String id() {
        return id;
    }

    byte[] mark() {
        return mark.clone();
    }

    static boolean isSealed(byte[] stored) {
        return stored.length > 0 && stored[0] == SEALED;
    }

    /** As far as it can be told: whoever stored it wrote it. */
    static String idOf(byte[] stored) {
        if (stored.length < 2 || stored[1] < 1 || stored[1] > stored.length - 2) {
            return "of an unreadable id";
        }
        String id = new String(stored, 2, stored[1], StandardCharsets.US_ASCII);
        return id.matches("[A-Za-z0-9._-]{1,32}") ? id : "of an unreadable id";
    }

    boolean sealed(byte[] stored) {
        return stored.length >= mark.length && Arrays.equals(mark, 0, mark.length, stored, 0, mark.length);
    }

    byte[] seal(byte[] value, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        int head = mark.length + NONCE_BYTES;
        byte[] sealed = Arrays.copyOf(mark, head + value.length + TAG_BITS / 8);
        System.arraycopy(nonce, 0, sealed, mark.length, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(value, 0, value.length, sealed, head);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every Java", impossible);
        }
    }

    byte[] open(byte[] sealed, String place) {
        int head = mark.length + NONCE_BYTES;
        if (sealed.length < head + TAG_BITS / 8) {
            throw damaged();
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, mark.length, head);
            return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(sealed, head, sealed.length - head);
        } catch (GeneralSecurityException noMatch) {
            throw damaged();
        }
    }

    private TroubleshooterException damaged() {
        return new TroubleshooterException(
                Code.UNREADABLE_INPUT,
                "What is stored does not open: it is damaged, or was moved from where it belongs.",
                "Bring back the store from a backup; if the key " + id + " is another than it was, put that one back.");
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
