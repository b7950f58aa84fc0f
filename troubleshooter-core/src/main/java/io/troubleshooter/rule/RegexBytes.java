package io.troubleshooter.rule;

import java.nio.charset.StandardCharsets;

/** Rewrites a regex so that it fits text whose UTF-8 bytes are seen as characters of Latin-1. */
final class RegexBytes {

    private RegexBytes() {}

    static String rewrite(String regex) {
        int at = 0;
        while (at < regex.length() && regex.charAt(at) < 0x80) {
            at++;
        }
        return at == regex.length() ? regex : rewriteFrom(regex);
    }

    private static String rewriteFrom(String regex) {
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); ) {
            int c = regex.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '\\' && next < regex.length()) {
                next = regex.offsetByCodePoints(next, 1);
                out.append(regex, i, next);
            } else if (c < 0x80) {
                inClass = c == '[' || inClass && c != ']';
                out.append((char) c);
            } else if (inClass) {
                appendBytes(c, out); // any byte of it stands for it: enough to tell a quote mark from a letter
            } else {
                appendBytes(c, out.append("(?:"));
                out.append(')');
            }
            i = next;
        }
        return out.toString();
    }

    private static void appendBytes(int c, StringBuilder out) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            out.append((char) (b & 0xff));
        }
    }
}
