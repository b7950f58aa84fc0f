package io.troubleshooter.redact;

import io.troubleshooter.text.LineRef;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Joins redacted texts with a few fixed marks, so that derived text (records of several lines, templates) need never
 * leave the type. There is deliberately no way to append a {@code String}: besides redacted text only fixed marks,
 * numbers, times and references to lines, which hold nothing of the input's words.
 */
public final class RedactedJoiner {

    /** What may stand between redacted texts. */
    public enum Mark {
        WILDCARD("<*>"),
        ELLIPSIS("..."),
        NEWLINE("\n"),
        SPACE(" "),
        COLON(": "),
        COMMA(", "),
        LINES(" lines"),
        ERRORS(" errors"),
        WARNINGS(" warnings"),
        TIMES(" x");

        private final byte[] bytes;

        Mark(String text) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Redactor issuer;

    public RedactedJoiner(Redactor issuer) {
        this.issuer = issuer;
    }

    public RedactedJoiner append(RedactedText text) {
        text.writeTo(out);
        return this;
    }

    public RedactedJoiner append(Mark mark) {
        out.write(mark.bytes, 0, mark.bytes.length);
        return this;
    }

    /**
     * A reference to lines, {@code S1:12}.
     *
     * @throws IllegalArgumentException if the source is no letter with a number, which is all that is ours
     */
    public RedactedJoiner append(LineRef lines) {
        return plain(checked(lines.source())
                + lines.toString().substring(lines.source().length()));
    }

    /** Joins a number. */
    public RedactedJoiner append(long number) {
        return plain(Long.toString(number));
    }

    /** Joins a time, as ISO 8601 to the second. */
    public RedactedJoiner append(Instant time) {
        return plain(time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String checked(String source) {
        boolean ours =
                source.length() > 1 && source.length() <= 10 && source.charAt(0) >= 'A' && source.charAt(0) <= 'Z';
        for (int i = 1; i < source.length(); i++) {
            ours &= source.charAt(i) >= '0' && source.charAt(i) <= '9';
        }
        if (!ours) {
            throw new IllegalArgumentException("no id of a source: " + source.length() + " characters");
        }
        return source;
    }

    private RedactedJoiner plain(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, bytes.length);
        return this;
    }

    public RedactedText join() {
        byte[] bytes = out.toByteArray();
        return new RedactedText(bytes, 0, bytes.length, issuer);
    }

    /** A joiner that speaks for the same redactor as {@code text}; null where there is no text. */
    public static @Nullable RedactedText lines(Iterable<RedactedText> texts) {
        RedactedJoiner joiner = null;
        for (RedactedText text : texts) {
            joiner = joiner == null ? text.joiner() : joiner.append(Mark.NEWLINE);
            joiner.append(text);
        }
        return joiner == null ? null : joiner.join();
    }
}
