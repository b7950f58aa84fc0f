package io.troubleshooter.lambda;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Paths and queries of events, as they may stand in a URL: some gateways decode them before they tell them. */
final class Urls {

    private static final String PATH = "/:@!$&'()*+,;=-._~";
    private static final String QUERY = PATH + "?";

    private Urls() {}

    /** Begins with one slash: two would name a host. */
    static String path(String raw) {
        int first = 0;
        while (first < raw.length() && raw.charAt(first) == '/') {
            first++;
        }
        return "/" + escaped(raw.substring(first), PATH);
    }

    static String query(String raw) {
        return escaped(raw, QUERY);
    }

    /** Of values that were decoded. */
    static String queryOf(List<Header> parameters) {
        return parameters.stream()
                .map(each -> encoded(each.name()) + "=" + encoded(each.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The path without what stands before it, if that does. */
    static String without(String before, String path) {
        boolean whole = path.equals(before);
        return before.length() > 1 && (whole || path.startsWith(before + "/")) ? path.substring(before.length()) : path;
    }

    private static String escaped(String raw, String allowed) {
        StringBuilder url = new StringBuilder(raw.length());
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at++) {
            char next = (char) (bytes[at] & 0xFF);
            if (isPlain(next) || allowed.indexOf(next) >= 0 || isEscape(bytes, at)) {
                url.append(next);
            } else {
                url.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) next));
            }
        }
        return url.toString();
    }

    private static boolean isPlain(char next) {
        return next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next >= '0' && next <= '9';
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return bytes[at] == '%'
                && at + 2 < bytes.length
                && HexFormat.isHexDigit(bytes[at + 1])
                && HexFormat.isHexDigit(bytes[at + 2]);
    }
}
