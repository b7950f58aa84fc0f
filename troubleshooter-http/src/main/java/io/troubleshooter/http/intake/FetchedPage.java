package io.troubleshooter.http.intake;

import io.troubleshooter.input.LogSource;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A page in memory. */
record FetchedPage(Room.Held held, boolean html, Charset charset, URI url) {

    /** @param name null for the host and the last part of the path */
    LogSource as(@Nullable String name) {
        String called = SourceName.of(name, SourceName.of(url.getPath(), url.getHost()));
        if (html) {
            return LogSource.html(new String(held.bytes(), charset), called);
        }
        byte[] bytes = held.bytes();
        byte[] utf8 = charset.equals(StandardCharsets.UTF_8)
                ? bytes
                : new String(bytes, charset).getBytes(StandardCharsets.UTF_8);
        return LogSource.of(new ByteArrayInputStream(utf8), called);
    }
}
