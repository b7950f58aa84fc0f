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
 * <p>Usage: {@code PackCompiler SOURCE_FOLDER TARGET_FOLDER}; {@code SOURCE/rules/*.yaml} becomes {@code
 * TARGET/rules.json}.
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
            JSON.writeValue(target.resolve(pack.getFileName() + ".json").toFile(), join(pack));
        }
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
