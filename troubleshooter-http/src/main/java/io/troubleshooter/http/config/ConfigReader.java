package io.troubleshooter.http.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings: {@code defaults.yaml}, over it a file, over it the environment ({@code TST_LISTEN_PORT} for
 * {@code listen.port}), over it what the command line says. Unknown names and wrong values are refused by name.
 */
public final class ConfigReader {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new SimpleModule()
                    .addDeserializer(Bytes.class, reading(Bytes::parse))
                    .addDeserializer(Duration.class, reading(ConfigReader::duration)))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private ConfigReader() {}

    public static ServiceConfig defaults() {
        return read(null, Map.of(), Map.of());
    }

    /**
     * @param file YAML; null for none
     * @param environment the process's
     * @param options by path, such as {@code listen.port}
     * @throws TroubleshooterException if something is unknown or wrong
     */
    public static ServiceConfig read(
            @Nullable Path file, Map<String, String> environment, Map<String, String> options) {
        try {
            ObjectNode tree = builtIn();
            if (file != null) {
                merge(tree, YAML.readTree(Files.readString(file)), "");
            }
            overlay(tree, "", path -> environment.get("TST_" + path.replace('.', '_')));
            Map<String, String> given = inCapitals(options);
            overlay(tree, "", given::get);
            return YAML.treeToValue(tree, ServiceConfig.class);
        } catch (JsonMappingException wrong) {
            throw wrong(path(wrong) + " has a value that it cannot have");
        } catch (JsonProcessingException broken) {
            throw wrong("The file of settings is no YAML");
        } catch (IOException unreadable) {
            throw wrong("The file of settings cannot be read");
        }
    }

    /** All settings as they are by default, with what they mean. */
    public static String documented() {
        try (InputStream in = ConfigReader.class.getResourceAsStream("defaults.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damagedJar) {
            throw new UncheckedIOException(damagedJar);
        }
    }

    private static ObjectNode builtIn() throws IOException {
        try (InputStream in = ConfigReader.class.getResourceAsStream("defaults.yaml")) {
            return (ObjectNode) YAML.readTree(in);
        }
    }

    private static void merge(ObjectNode base, @Nullable JsonNode over, String path) {
        if (over == null || !over.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : over.properties()) {
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            JsonNode known = base.get(field.getKey());
            if (known == null) {
                throw wrong("There is no setting " + name);
            }
            if (known.isObject()) {
                merge((ObjectNode) known, field.getValue(), name);
            } else {
                base.set(field.getKey(), field.getValue());
            }
        }
    }

    /** Puts in place of each leaf what is given for its path in capitals, words of camel case joined by underscores. */
    private static void overlay(ObjectNode node, String path, Function<String, @Nullable String> given) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = path + capitals(field.getKey());
            String value = given.apply(name);
            if (field.getValue().isObject()) {
                overlay((ObjectNode) field.getValue(), name + ".", given);
            } else if (value != null) {
                node.set(field.getKey(), field.getValue().isArray() ? words(node, value) : node.textNode(value));
            }
        }
    }

    private static ArrayNode words(ObjectNode node, String value) {
        ArrayNode list = node.arrayNode();
        for (String word : value.split(",")) {
            if (!word.isBlank()) {
                list.add(word.strip());
            }
        }
        return list;
    }

    private static String capitals(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> inCapitals(Map<String, String> options) {
        Map<String, String> capitals = new HashMap<>();
        options.forEach((path, value) -> capitals.put(capitals(path), value));
        return capitals;
    }

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference each : wrong.getPath()) {
            path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
        }
        return path.toString();
    }

    private static Duration duration(String text) {
        String word = text.strip();
        long count = Long.parseLong(word.substring(0, word.length() - 1));
        return switch (word.charAt(word.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> throw new NumberFormatException("no unit");
        };
    }

    private static <T> JsonDeserializer<T> reading(Function<String, T> parse) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                try {
                    return parse.apply(parser.getText());
                } catch (RuntimeException wrong) {
                    throw JsonMappingException.from(parser, "wrong value");
                }
            }
        };
    }

    private static TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                what + ".",
                "tst serve --print-config shows all settings and what they mean.");
    }
}
