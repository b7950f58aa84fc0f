package io.troubleshooter.redact;

import io.troubleshooter.normalize.NormalizedBlock;
import io.troubleshooter.normalize.Normalizer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsoup.parser.Parser;

/** Text out of an escaped form: it goes the whole way of raw text once more. */
final class Unescaped {

    private static final char NO_BREAK_SPACE = 0xa0;

    private Unescaped() {}

    static RedactedText reissue(byte[] decoded, Redactor issuer) {
        NormalizedBlock lines = new Normalizer().normalize(decoded);
        StringBuilder text = new StringBuilder(decoded.length);
        for (int i = 0; i < lines.lines(); i++) {
            text.append(i == 0 ? "" : "\n");
            int start = lines.start(i);
            text.append(new String(lines.bytes(), start, lines.end(i) - start, StandardCharsets.UTF_8));
        }
        return issuer.redact(text.toString());
    }

    static byte[] singleQuotes(byte[] text) {
        byte[] out = new byte[text.length];
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            out[length++] = text[i];
            if (text[i] == '"' && i + 1 < text.length && text[i + 1] == '"') {
                i++;
            }
        }
        return Arrays.copyOf(out, length);
    }

    static byte[] characters(String text) {
        return Parser.unescapeEntities(text, false).replace(NO_BREAK_SPACE, ' ').getBytes(StandardCharsets.UTF_8);
    }
}
