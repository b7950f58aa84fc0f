package io.troubleshooter.http.config;

/**
 * Where sessions are kept.
 *
 * @param file SQLite file; empty for the user's data folder
 * @param keys what seals evidence at rest: {@code ID:BASE64} words, the first seals, all open; empty: {@code keyFile}
 * @param keyFile the same, a word in each line; made with one key where it is missing; empty: beside the database
 */
public record Storage(String file, String keys, String keyFile) {}
