package io.troubleshooter.sqlite;

import io.troubleshooter.guard.KeyRing;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Texts on their way to the file and back. A text that is sealed lies in a column of its own, beside an empty one; what
 * was stored before there was a key is found in the plain one.
 */
final class Vault {

    private final KeyRing keys;

    Vault(KeyRing keys) {
        this.keys = keys;
    }

    boolean seals() {
        return keys.seals();
    }

    KeyRing keys() {
        return keys;
    }

    /** What goes into the plain column. */
    String plain(String text) {
        return keys.seals() ? "" : text;
    }

    /** What goes into the sealed column; null where nothing seals. */
    byte @Nullable [] sealed(String text, String... place) {
        return keys.seals() ? keys.seal(text, place(place)) : null;
    }

    String text(ResultSet row, int plain, int sealed, String... place) throws SQLException {
        byte[] stored = row.getBytes(sealed);
        return stored == null ? row.getString(plain) : keys.openText(stored, place(place));
    }

    byte[] seal(byte[] value, String... place) {
        return keys.seal(value, place(place));
    }

    byte[] seal(String value, String... place) {
        return seal(value.getBytes(StandardCharsets.UTF_8), place);
    }

    byte[] open(byte[] stored, String... place) {
        return keys.open(stored, place(place));
    }

    String openText(byte[] stored, String... place) {
        return keys.openText(stored, place(place));
    }

    /** Each part with its length before it, so that no two places are written alike. */
    static String place(String... parts) {
        StringBuilder place = new StringBuilder();
        for (String part : parts) {
            place.append(part.length()).append(':').append(part);
        }
        return place.toString();
    }
}
