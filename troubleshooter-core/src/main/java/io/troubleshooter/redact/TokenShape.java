package io.troubleshooter.redact;

import io.troubleshooter.error.TroubleshooterException;
import java.util.List;

/**
 * What a vendor's token looks like: a prefix, then {@code min} to {@code max} characters of an alphabet.
 *
 * @param padded whether {@code =} and a checksum in hex may follow
 */
record TokenShape(String kind, String prefix, Alphabet body, int min, int max, boolean padded) {

    /** What a token consists of after its prefix. */
    enum Alphabet {
        ALNUM,
        HEX,
        UPPER_BASE32,
        UPPER,
        LOWER,
        DIGITS,
        WORD,
        BASE64,
        DOTTED,
        UUID;

        static Alphabet named(String name) {
            for (Alphabet alphabet : values()) {
                if (alphabet.name().equalsIgnoreCase(name)) {
                    return alphabet;
                }
            }
            throw new IllegalArgumentException(name);
        }

        boolean has(byte b) {
            return switch (this) {
                case ALNUM -> ByteClass.isAlnum(b);
                case HEX -> ByteClass.isHex(b);
                case UPPER_BASE32 -> ByteClass.isUpper(b) || b >= '2' && b <= '7';
                case UPPER -> ByteClass.isUpper(b) || ByteClass.isDigit(b);
                case LOWER -> ByteClass.isLower(b) || ByteClass.isDigit(b);
                case DIGITS -> ByteClass.isDigit(b);
                case WORD, UUID -> ByteClass.isWord(b);
                case BASE64 -> ByteClass.isBase64(b);
                case DOTTED -> ByteClass.isWord(b) || b == '.' || b == '~';
            };
        }
    }

    static TokenShape of(Pack.Entry entry, String prefix) {
        List<String> length = entry.all("length");
        if (length.isEmpty()) {
            throw new TroubleshooterException(
                    TroubleshooterException.Code.INVALID_CONFIGURATION,
                    "The detector " + entry.id() + " has no length.",
                    "Give it one, such as [36] or [20, 100].");
        }
        int min = Integer.parseInt(length.get(0));
        int max = length.size() > 1 ? Integer.parseInt(length.get(1)) : min;
        Alphabet body = Alphabet.named(entry.one("body", "alnum").replace('-', '_'));
        boolean padded = entry.one("padded", "false").equals("true");
        return new TokenShape(entry.one("kind", entry.id()), prefix, body, min, max, padded);
    }

    /** Offset after the token that begins at {@code i}, or -1. */
    int end(Line line, int i) {
        if (!line.has(i, prefix)) {
            return -1;
        }
        int from = i + prefix.length();
        int k = from;
        int bound = Math.min(line.end, from + max + 1);
        while (k < bound && body.has(line.b[k])) {
            k++;
        }
        k = withoutStop(line, k);
        int length = k - from;
        boolean fits = length >= min && length <= max && !(k < line.end && ByteClass.isAlnum(line.b[k]));
        return fits && isMixed(line, from, k) ? padding(line, k) : -1;
    }

    /** A full stop at the end belongs to the sentence. */
    private int withoutStop(Line line, int end) {
        return body == Alphabet.DOTTED && line.b[end - 1] == '.' && line.at(end) <= ' ' ? end - 1 : end;
    }

    private int padding(Line line, int from) {
        int k = from;
        while (padded && k < from + 2 && line.at(k) == '=') {
            k++;
        }
        return padded && k > from && Looks.isHex(line, k, Math.min(k + 8, line.end)) ? Math.min(k + 8, line.end) : k;
    }

    /** An identifier has no digit and often one case; a token of any length has. */
    private boolean isMixed(Line line, int from, int to) {
        if (body == Alphabet.UUID) {
            return Looks.isUuid(line, from, to);
        }
        boolean upper = false;
        boolean lower = false;
        for (int k = from; k < to; k++) {
            if (ByteClass.isDigit(line.b[k])) {
                return true;
            }
            upper |= ByteClass.isUpper(line.b[k]);
            lower |= ByteClass.isLower(line.b[k]);
        }
        return upper && lower || body == Alphabet.UPPER_BASE32;
    }
}
