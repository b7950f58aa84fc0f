package io.troubleshooter.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Joins the YAML files of each pack folder into one JSON array, so that core needs no YAML at run time. The
 * {@code samples} of an entry serve its tests only and are left out; the tests read the YAML itself.
 *
 * <p>Usage: {@code PackCompiler SOURCE_FOLDER TARGET_FOLDER}; {@code SOURCE/formats/*.yaml} becomes {@code
 * TARGET/formats.json}. A folder whose entries hold no nested objects is also written as {@code .txt}, which a cold JVM
 * reads without a parser. Rules, the largest pack, are written in a leaner form instead: {@code TARGET/rules.bin}.
 */
public final class PackCompiler {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    private PackCompiler() {}

    /** Compiles all packs below {@code args[0]} into {@code args[1]}. */
    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]);
        Path target = Files.createDirectories(Path.of(args[1]));
        for (Path pack : list(source)) {
            write(pack.getFileName().toString(), join(pack), target);
        }
    }

    private static void write(String name, ArrayNode entries, Path target) throws IOException {
        if (name.equals("rules")) {
            new RulePackWriter(entries).write(target);
            return;
        }
        JSON.writeValue(target.resolve(name + ".json").toFile(), entries);
        if (isFlat(entries)) {
            Files.writeString(target.resolve(name + ".txt"), lean(entries));
        }
    }

    /** Whether entries hold only texts, numbers and lists of them, so that the lean form can tell all. */
    private static boolean isFlat(ArrayNode entries) {
        for (JsonNode entry : entries) {
            for (JsonNode value : entry) {
                boolean nested = value.isObject() || hasContainers(value);
                if (nested) {
                    return false;
                }
            }
        }
        return !entries.isEmpty();
    }

    private static boolean hasContainers(JsonNode list) {
        for (JsonNode value : list) {
            if (value.isContainerNode()) {
                return true;
            }
        }
        return false;
    }

    /** An entry per line, its keys below it after a tab, their values after further tabs: no parser needed to read. */
    private static String lean(ArrayNode entries) {
        StringBuilder text = new StringBuilder();
        for (JsonNode entry : entries) {
            text.append(entry.path("id").asText()).append('\n');
            entry.fields().forEachRemaining(field -> {
                text.append('\t').append(field.getKey());
                JsonNode value = field.getValue();
                (value.isArray() ? value : List.of(value))
                        .forEach(v -> text.append('\t').append(v.asText()));
                text.append('\n');
            });
        }
        return text.toString();
    }

    private static ArrayNode join(Path pack) throws IOException {
        ArrayNode all = JSON.createArrayNode();
        for (Path file : list(pack)) {
            entries(file).forEach(all::add);
        }
        return all;
    }

    private static JsonNode entries(Path file) throws IOException {
        JsonNode entries = YAML.readTree(file.toFile());
        if (!entries.isArray()) {
            throw new IOException(file + ": a pack file is a list of entries, each beginning with '- id:'");
        }
        entries.forEach(entry -> ((ObjectNode) entry).remove("samples"));
        return entries;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> Files.isDirectory(f) || f.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
