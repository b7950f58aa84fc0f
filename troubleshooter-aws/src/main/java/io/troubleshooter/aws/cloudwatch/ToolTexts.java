package io.troubleshooter.aws.cloudwatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Descriptions and schemas of the tools: resources beside the classes. */
final class ToolTexts {

    private ToolTexts() {}

    static String read(String file) {
        try (InputStream in = Objects.requireNonNull(ToolTexts.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
