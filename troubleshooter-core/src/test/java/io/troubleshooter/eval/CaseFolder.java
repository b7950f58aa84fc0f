package io.troubleshooter.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the folder of a case, sound unless told otherwise. */
final class CaseFolder {

    private final Path folder;
    private final Map<String, String> fields = new LinkedHashMap<>();

    CaseFolder(Path parent, String id) {
        this.folder = parent.resolve(id);
        fields.put("id", "\"" + id + "\"");
        fields.put("split", "\"dev\"");
        fields.put("area", "\"database\"");
        fields.put("difficulty", "\"easy\"");
        fields.put("tags", "[\"written\"]");
        fields.put("origin", "{\"kind\": \"written\"}");
        fields.put("question", "null");
        fields.put("verdict", "\"incident\"");
        fields.put("causes", "[\"postgres/disk-full\"]");
        fields.put("statements", "[\"no space left\"]");
        fields.put("evidence", "[{\"source\": \"S1\", \"lines\": [1, 2], \"like\": true}]");
        put("README.md", "What was broken.\n");
    }

    /** @param json value of the field */
    CaseFolder with(String field, String json) {
        fields.put(field, json);
        return this;
    }

    CaseFolder input(String name, String text) {
        put("input/" + name, text);
        return this;
    }

    void write() {
        raw(fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(",\n", "{", "}")));
    }

    void raw(String text) {
        put("case.json", text);
    }

    private void put(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
