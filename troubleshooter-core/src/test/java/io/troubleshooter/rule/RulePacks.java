package io.troubleshooter.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The packs as written, with their samples. */
final class RulePacks {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private RulePacks() {}

    static List<JsonNode> entries() throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/packs/rules"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                YAML.readTree(file.toFile()).forEach(entries::add);
            }
        }
        return entries;
    }

    static String text(JsonNode sample) {
        return sample.isTextual() ? sample.asText() : sample.path("text").asText();
    }
}
