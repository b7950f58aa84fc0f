package io.troubleshooter.http.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its body.
 *
 * @param essence type and subtype in small letters; empty where none is said
 */
record BodyType(String essence, Map<String, String> parameters) {

    private static final int LONGEST = 500;

    /** Encodings of text that are recognised from the bytes; of others, nobody could tell what the bytes mean. */
    private static final Set<String> READ = Set.of(
            "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "windows-1252", "utf-16", "utf-16le", "utf-16be");

    static BodyType of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new BodyType("", Map.of());
        }
        if (header.length() > LONGEST) {
            throw Refusals.unsupported("The Content-Type is too long.");
        }
        int semicolon = header.indexOf(';');
        String essence = semicolon < 0 ? header : header.substring(0, semicolon);
        return new BodyType(essence.strip().toLowerCase(Locale.ROOT), parameters(header, semicolon));
    }

    private static Map<String, String> parameters(String header, int semicolon) {
        if (semicolon < 0) {
            return Map.of();
        }
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header.substring(semicolon + 1), ';');
    }

    boolean isMultipart() {
        return essence.equals("multipart/form-data");
    }

    boolean isJson() {
        return essence.equals("application/json");
    }

    /** Whether it may be a log; curl says {@code x-www-form-urlencoded} of whatever it sends. */
    boolean isText() {
        return essence.isEmpty()
                || essence.startsWith("text/")
                || essence.endsWith("json")
                || essence.endsWith("xml")
                || TEXTS.contains(essence);
    }

    private static final Set<String> TEXTS = Set.of(
            "application/octet-stream",
            "application/gzip",
            "application/x-gzip",
            "application/x-www-form-urlencoded",
            "application/x-ndjson",
            "application/jsonl",
            "application/jsonlines",
            "application/json-seq",
            "application/yaml",
            "application/x-yaml",
            "application/log");

    /** @throws io.troubleshooter.http.problem.ProblemException if it names an encoding that is not read */
    void requireReadableCharset() {
        String charset = parameters.get("charset");
        if (charset != null && !READ.contains(charset.toLowerCase(Locale.ROOT))) {
            throw Refusals.unsupported("Text in this encoding is not read; send UTF-8.");
        }
    }
}
