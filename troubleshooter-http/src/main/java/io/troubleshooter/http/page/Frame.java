package io.troubleshooter.http.page;

import java.nio.charset.StandardCharsets;

/** The frame of the page, with the addresses of its files filled in. */
final class Frame {

    private static final String BASE = "{{assets}}";

    private Frame() {}

    static byte[] filled(byte[] html, String base) {
        return new String(html, StandardCharsets.UTF_8).replace(BASE, base).getBytes(StandardCharsets.UTF_8);
    }
}
