package io.troubleshooter.http.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where sessions are kept.
 *
 * @param kind {@code sqlite}, for one instance, or {@code aws}, for any number of them
 * @param file SQLite file; empty for the user's data folder
 * @param keys what seals evidence at rest: {@code ID:BASE64} words, the first seals, all open; empty: {@code keyFile}
 * @param keyFile the same, a word in each line; made with one key where it is missing, beside the database only; empty:
 *     beside the database
 * @param table of DynamoDB
 * @param bucket of S3
 * @param region empty: as the environment says
 * @param endpoint another address of DynamoDB; empty: AWS's own
 * @param s3Endpoint another address of S3; empty: AWS's own
 * @param directUploads whether large evidence is sent to S3 itself, and read from there
 */
public record Storage(
        String kind,
        String file,
        String keys,
        String keyFile,
        String table,
        String bucket,
        String region,
        String endpoint,
        String s3Endpoint,
        boolean directUploads) {

    /** Whether other instances may work on the same. */
    public boolean onAws() {
        return kind.equals("aws");
    }

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
