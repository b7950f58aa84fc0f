package io.troubleshooter.cli;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that end in {@code .zst}; its library is loaded for them only. */
final class Zstandard {

    private Zstandard() {}

    static InputStream open(Path file) throws IOException {
        return new ZstdInputStream(Files.newInputStream(file));
    }
}
