package io.troubleshooter.redact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Text from which everything secret or personal has been removed. Only a {@link Redactor} makes one, which its
 * constructor demands as proof; derived text stays inside the type.
 *
 * <p>Holds UTF-8; offsets and lengths count bytes.
 */
public final class RedactedText {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final Redactor issuer;

    RedactedText(byte[] bytes, int from, int to, Redactor issuer) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.issuer = Objects.requireNonNull(issuer, "issuer");
    }

    public int length() {
        return to - from;
    }

    public boolean isEmpty() {
        return to == from;
    }

    public byte byteAt(int index) {
        return bytes[from + Objects.checkIndex(index, to - from)];
    }

    /** The part from {@code start} to before {@code end}, sharing the bytes. */
    public RedactedText slice(int start, int end) {
        Objects.checkFromToIndex(start, end, length());
        return new RedactedText(bytes, from + start, from + end, issuer);
    }

    /** The same text in an array of its own: keep this, and the block it came from can go. */
    public RedactedText compact() {
        return new RedactedText(Arrays.copyOfRange(bytes, from, to), 0, to - from, issuer);
    }

    /** Copies all bytes into {@code target} from {@code offset} on, for loops over a plain array; returns the length. */
    public int copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, from, target, offset, to - from);
        return to - from;
    }

    /** A text made from this one, by the same redactor. */
    RedactedText derive(byte[] derived, int length) {
        return new RedactedText(derived, 0, length, issuer);
    }

    /** Starts a text derived from this one. */
    public RedactedJoiner joiner() {
        return new RedactedJoiner(issuer);
    }

    /**
     * The text with the escapes of a JSON string undone. What comes out has not been seen in that form, so that it is
     * cleaned and redacted again; it may have several lines.
     */
    public RedactedText unescapeJson() {
        return Unescaped.reissue(JsonUnescape.decode(Arrays.copyOfRange(bytes, from, to)), issuer);
    }

    /** The text with doubled quotes undone, as they stand inside a quoted CSV field; redacted again. */
    public RedactedText unescapeCsv() {
        return Unescaped.reissue(Unescaped.singleQuotes(Arrays.copyOfRange(bytes, from, to)), issuer);
    }

    /** The text with the character references of HTML undone for angle brackets, quotes and ampersands; redacted again. */
    public RedactedText unescapeHtml() {
        return Unescaped.reissue(Unescaped.characters(toString()), issuer);
    }

    /** Writes the text as UTF-8. */
    public void writeTo(ByteArrayOutputStream out) {
        out.write(bytes, from, to - from);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedactedText that && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
