package io.troubleshooter.http.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where sessions are kept.
 *
 * @param file SQLite file; empty for the user's data folder
 * @param keys what seals evidence at rest: {@code ID:BASE64} words, the first seals, all open; empty: {@code keyFile}
 * @param keyFile the same, a word in each line; made with one key where it is missing; empty: beside the database
 */
public record Storage(String file, String keys, String keyFile) {

    /**
     * The file, in the user's data folder after the XDG base directory specification where none is named.
     *
     * @param environment the process's
     */
    public Path path(Map<String, String> environment) {
        if (!file.isBlank()) {
            return Path.of(file);
        }
        String base = environment.getOrDefault("XDG_DATA_HOME", "");
        Path data = base.isEmpty() ? Path.of(environment.getOrDefault("HOME", "."), ".local", "share") : Path.of(base);
        return data.resolve("tst").resolve("tst-service.db");
    }
}
