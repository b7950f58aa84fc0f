package io.troubleshooter.redact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Joins redacted texts with a few fixed marks, so that derived text (records of several lines, templates) need never
 * leave the type. There is deliberately no way to append a {@code String}.
 */
public final class RedactedJoiner {

    /** What may stand between redacted texts. */
    public enum Mark {
        WILDCARD("<*>"),
        ELLIPSIS("..."),
        NEWLINE("\n"),
        SPACE(" ");

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
