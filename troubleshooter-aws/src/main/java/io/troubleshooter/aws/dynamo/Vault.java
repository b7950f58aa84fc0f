package io.troubleshooter.aws.dynamo;

import io.troubleshooter.guard.KeyRing;

/** Seals what goes to AWS, each value for its place: what was put elsewhere does not open. */
final class Vault {

    private final KeyRing keys;

    Vault(KeyRing keys) {
        this.keys = keys;
    }

    byte[] seal(byte[] value, String... place) {
        return keys.seal(value, place(place));
    }

    byte[] seal(String value, String... place) {
        return keys.seal(value, place(place));
    }

    byte[] open(byte[] stored, String... place) {
        return keys.open(stored, place(place));
    }

    String openText(byte[] stored, String... place) {
        return keys.openText(stored, place(place));
    }

    KeyRing keys() {
        return keys;
    }

    /** Each part with its length before it, so that no two places are written alike. */
    private static String place(String... parts) {
        StringBuilder place = new StringBuilder();
        for (String part : parts) {
            place.append(part.length()).append(':').append(part);
        }
        return place.toString();
    }
}
