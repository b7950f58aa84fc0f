package io.troubleshooter.http.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes written down as text: {@code \r \n \t \0 \\ \xHH} stand for bytes, <code>{word*3}</code> repeats, <code>{gzip
 * N}</code> is N zero bytes compressed, <code>{name}</code> is what is given for the name, <code>{length}</code> the
 * length of all after the first empty line. Lines end with CR LF.
 */
final class RawRequest {

    private static final Pattern MACRO = Pattern.compile("\\{(?:([^{}*]+)\\*(\\d+)|gzip ((?:\\d+ ?)+)|(\\w+))\\}");

    private RawRequest() {}

    static byte[] bytes(String text, Map<String, String> names) {
        int end = text.indexOf("\n\n");
        String head = end < 0 ? text : text.substring(0, end + 1);
        byte[] body = end < 0 ? new byte[0] : unescaped(text.substring(end + 2), names);
        byte[] first = unescaped(
                head.replace("{length}", Integer.toString(body.length)).replace("\n", "\\r\\n"), names);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(new byte[] {'\r', '\n'});
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static byte[] unescaped(String text, Map<String, String> names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher macro = MACRO.matcher(text);
        int from = 0;
        while (macro.find()) {
            plain(text.substring(from, macro.start()), out);
            expand(macro, names, out);
            from = macro.end();
        }
        plain(text.substring(from), out);
        return out.toByteArray();
    }

    private static void expand(Matcher macro, Map<String, String> names, ByteArrayOutputStream out) {
        if (macro.group(1) != null) {
            ByteArrayOutputStream once = new ByteArrayOutputStream();
            plain(macro.group(1), once);
            for (int i = Integer.parseInt(macro.group(2)); i > 0; i--) {
                out.writeBytes(once.toByteArray());
            }
        } else if (macro.group(3) != null) {
            out.writeBytes(zipped(macro.group(3).strip().split(" ")));
        } else {
            String known = names.get(macro.group(4));
            plain(known == null ? macro.group() : known, out);
        }
    }

    /** @param sizes number of zero bytes, and how many times over they are compressed */
    private static byte[] zipped(String[] sizes) {
        byte[] bytes = gzip(new byte[Integer.parseInt(sizes[0])]);
        for (int i = 1; i < (sizes.length > 1 ? Integer.parseInt(sizes[1]) : 1); i++) {
            bytes = gzip(bytes);
        }
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write(bytes);
            }
            return out.toByteArray();
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void plain(String text, ByteArrayOutputStream out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char kind = text.charAt(++i);
            switch (kind) {
                case 'r' -> out.write('\r');
                case 'n' -> out.write('\n');
                case 't' -> out.write('\t');
                case '0' -> out.write(0);
                case 'x' -> {
                    out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                default -> out.write(kind);
            }
        }
    }
}
