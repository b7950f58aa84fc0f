package io.troubleshooter.redact;

import io.troubleshooter.error.TroubleshooterException;
import java.util.List;

/**
 * What a vendor's token looks like: a prefix, then {@code min} to {@code max} characters of an alphabet.
 *
 * @param check a checksum that the token must pass besides; null for none
 */
record TokenShape(String kind, String prefix, Alphabet body, int min, int max, boolean upTo) {

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
        DOTTED;

        boolean has(byte b) {
            return switch (this) {
                case ALNUM -> ByteClass.isAlnum(b);
                case HEX -> ByteClass.isHex(b);
                case UPPER_BASE32 -> ByteClass.isUpper(b) || b >= '2' && b <= '7';
                case UPPER -> ByteClass.isUpper(b) || ByteClass.isDigit(b);
                case LOWER -> ByteClass.isLower(b) || ByteClass.isDigit(b);
                case DIGITS -> ByteClass.isDigit(b);
                case WORD -> ByteClass.isWord(b);
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
        Alphabet body = Alphabet.valueOf(
                entry.one("body", "alnum").toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        return new TokenShape(entry.one("kind", entry.id()), prefix, body, min, max, length.size() > 1);
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
        int length = k - from;
        return length < min || length > max || k < line.end && ByteClass.isAlnum(line.b[k]) ? -1 : k;
    }
}
