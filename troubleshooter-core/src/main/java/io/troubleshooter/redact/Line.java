package io.troubleshooter.redact;

import static io.troubleshooter.redact.ByteClass.isBlank;

import org.jspecify.annotations.Nullable;

/**
 * The line being searched, and what was found in it. One instance is filled again for every line; it is no record and
 * has no text form, since it is raw.
 */
final class Line {

    /** What a line begins that later lines go on with. */
    enum Opens {
        NOTHING,
        PRIVATE_KEY,
        PUBLIC_KEY,
        COUNTED,
        BLOCK,
        SCALAR,
        LIST
    }

    /** What a line says of a Kubernetes object. */
    enum Manifest {
        NONE,
        SECRET,
        OTHER,
        DATA,
        STRING_DATA
    }

    byte[] b = new byte[0];
    int start;
    int end;
    final Hits hits = new Hits();

    /** Whether the line has been searched for the kind of a Secret, and whether it names it. */
    boolean kindSearched;

    boolean saysSecret;

    /** Whether its base64 is a certificate's or a public key's. */
    boolean isPublic;

    Opens opens = Opens.NOTHING;
    Manifest manifest = Manifest.NONE;

    @Nullable
    NameRule openRule;

    int count;

    /** The telling name that the line before gave: {@code name: DB_PASSWORD}. */
    @Nullable
    NameRule named;

    /** The telling name that this line gives to the next. */
    @Nullable
    NameRule naming;

    /** Whether a placeholder stands in the line. */
    boolean hasPlaceholder;

    void set(byte[] bytes, int from, int to) {
        b = bytes;
        start = from;
        end = to;
        hits.clear();
        isPublic = false;
        kindSearched = false;
        saysSecret = false;
        opens = Opens.NOTHING;
        manifest = Manifest.NONE;
        named = null;
        naming = null;
        hasPlaceholder = false;
    }

    /** The line as it was written, to be searched again; what the line before said of it still holds. */
    void setAgain(byte[] written) {
        boolean wasPublic = isPublic;
        NameRule before = named;
        set(written, 0, written.length);
        isPublic = wasPublic;
        named = before;
    }

    void open(Opens what) {
        opens = what;
    }

    /** The byte at {@code i}, 0 outside the line. */
    int at(int i) {
        return i >= start && i < end ? b[i] : 0;
    }

    boolean has(int i, String text) {
        if (i < start || i + text.length() > end) {
            return false;
        }
        for (int k = 0; k < text.length(); k++) {
            if (b[i + k] != text.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code text}, given in lower case, stands at {@code i} in any case. */
    boolean hasIgnoreCase(int i, String text) {
        if (i < start || i + text.length() > end) {
            return false;
        }
        for (int k = 0; k < text.length(); k++) {
            if (ByteClass.lower(b[i + k]) != text.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Where {@code text} first stands in {@code [from, to)}, or -1. */
    int find(String text, int from, int to) {
        int last = Math.min(to, end) - text.length();
        byte first = (byte) text.charAt(0);
        for (int i = Math.max(from, start); i <= last; i++) {
            if (b[i] == first && has(i, text)) {
                return i;
            }
        }
        return -1;
    }

    int skipBlanks(int i) {
        int k = i;
        while (k < end && isBlank(b[k])) {
            k++;
        }
        return k;
    }

    int skipBlanksBack(int i) {
        int k = i;
        while (k > start && isBlank(b[k - 1])) {
            k--;
        }
        return k;
    }

    String text(int from, int to) {
        return new String(b, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
    }
}
