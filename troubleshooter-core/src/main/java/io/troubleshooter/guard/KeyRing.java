package io.troubleshooter.guard;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Keys that seal what is at rest, with AES-256-GCM: the first seals, all open. A sealed value names its key, and opens
 * only at the place where it was sealed, so that values cannot be put in each other's place. Values stored before there
 * was a key are read as they are. Immutable; thread-safe.
 */
public final class KeyRing {

    /** Seals nothing. */
    public static final KeyRing NONE = new KeyRing(List.of());

    private static final int KEY_BYTES = 32;

    private final List<SealingKey> keys;

    private KeyRing(List<SealingKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads keys.
     *
     * @param words {@code ID:BASE64} of 32 bytes each, separated by commas or white space; an id has 1 to 32 letters,
     *     digits, dots, underscores and hyphens
     * @throws TroubleshooterException if a word is not of this form, or an id is there twice
     */
    public static KeyRing parse(String words) {
        List<SealingKey> keys = new ArrayList<>();
        for (String word : words.split("[\\s,]+", -1)) {
            if (!word.isEmpty()) {
                keys.add(key(word));
            }
        }
        if (keys.stream().map(SealingKey::id).distinct().count() < keys.size()) {
            throw wrong("Two keys have the same id.");
        }
        return keys.isEmpty() ? NONE : new KeyRing(keys);
    }

    private static SealingKey key(String word) {
        int colon = word.indexOf(':');
        String id = word.substring(0, Math.max(0, colon));
        if (!id.matches("[A-Za-z0-9._-]{1,32}")) {
            throw wrong("A key has no id, or one of other characters.");
        }
        return new SealingKey(id, bytes(word.substring(colon + 1)));
    }

    private static byte[] bytes(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            // Told below, like a key of another length.
        }
        throw wrong("A key is not the Base64 of 32 bytes.");
    }

    /** A new key, in the form that {@link #parse} reads. */
    public static String newKey(String id, SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether new values are sealed. */
    public boolean seals() {
        return !keys.isEmpty();
    }

    /**
     * Seals under the first key; gives the value itself where there is none.
     *
     * @param place where it is kept: table or collection, and ids; part of what is proved when it is opened
     */
    public byte[] seal(byte[] value, String place) {
        return keys.isEmpty() ? value : keys.get(0).seal(value, place);
    }

    /** {@link #seal(byte[], String)} of UTF-8. */
    public byte[] seal(String value, String place) {
        return seal(value.getBytes(StandardCharsets.UTF_8), place);
    }

    /**
     * Opens what was sealed; gives back what was not.
     *
     * @throws TroubleshooterException if it was sealed by a key that is not here, is damaged, or belongs elsewhere
     */
    public byte[] open(byte[] stored, String place) {
        if (!SealingKey.isSealed(stored)) {
            return stored;
        }
        for (SealingKey key : keys) {
            if (key.sealed(stored)) {
                return key.open(stored, place);
            }
        }
        throw new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                "What is stored was sealed by a key that is not here.",
                "Put that key back after the first one, in storage.keys or the key file: " + SealingKey.idOf(stored)
                        + ".");
    }

    /** {@link #open(byte[], String)} of UTF-8. */
    public String openText(byte[] stored, String place) {
        return new String(open(stored, place), StandardCharsets.UTF_8);
    }

    /** Whether it was sealed, by whatever key. */
    public static boolean isSealed(byte[] stored) {
        return SealingKey.isSealed(stored);
    }

    /** The first bytes of all that the first key seals; empty where there is none. */
    public byte[] mark() {
        return keys.isEmpty() ? new byte[0] : keys.get(0).mark();
    }

    /** Whether it is sealed by the first key, or no key is there. */
    public boolean isCurrent(byte[] stored) {
        byte[] mark = mark();
        return stored.length >= mark.length && Arrays.equals(mark, 0, mark.length, stored, 0, mark.length);
    }

    private static TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                what,
                "Write ID:BASE64, such as k2: and what openssl rand -base64 32 prints; several are separated by commas,"
                        + " the one that seals first.");
    }

    @Override
    public String toString() {
        return "KeyRing[" + keys.size() + "]";
    }
}
