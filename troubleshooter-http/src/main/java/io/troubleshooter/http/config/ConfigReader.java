package io.troubleshooter.http.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
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
import java.util.Collection;
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
                    .addDeserializer(Bytes.class, reading("a size such as 64MiB", Bytes::parse))
                    .addDeserializer(
                            Duration.class, reading("a duration such as 15s, 5m, 12h or 30d", ConfigReader::duration)))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
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
        ObjectNode tree = builtIn();
        SettingNames names = new SettingNames(tree);
        names.checkVariables(environment.keySet());
        names.checkPaths(options.keySet());
        if (file != null) {
            merge(tree, tree(file), "", names);
        }
        overlay(tree, "", path -> environment.get("TST_" + SettingNames.capitals(path)));
        overlay(tree, "", options::get);
        ServiceConfig config = bound(tree);
        SettingValues.check(config);
        return config;
    }

    private static @Nullable JsonNode tree(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException broken) {
            throw wrong("The file of settings " + file + " is no YAML" + line(broken));
        } catch (IOException unreadable) {
            throw wrong("The file of settings " + file + " cannot be read");
        }
    }

    private static String line(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation();
        return place == null ? "" : ", or says something twice, at line " + place.getLineNr();
    }

    private static ServiceConfig bound(ObjectNode tree) {
        try {
            return YAML.treeToValue(tree, ServiceConfig.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw wrong("There is no setting " + path(unknown));
        } catch (JsonMappingException wrong) {
            throw wrong(path(wrong) + " has to be " + expected(wrong));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible); // a tree is read, no text
        }
    }

    private static String expected(JsonMappingException wrong) {
        Class<?> type = wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == null) {
            return wrong.getOriginalMessage();
        }
        return type == boolean.class
                ? "true or false"
                : Number.class.isAssignableFrom(type) || type.isPrimitive()
                        ? "a number"
                        : Collection.class.isAssignableFrom(type) ? "a list" : "of another kind";
    }

    /** All settings as they are by default, with what they mean. */
    public static String documented() {
        try (InputStream in = ConfigReader.class.getResourceAsStream("defaults.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damagedJar) {
            throw new UncheckedIOException(damagedJar);
        }
    }

    private static ObjectNode builtIn() {
        try {
            return (ObjectNode) YAML.readTree(documented());
        } catch (IOException damagedJar) {
            throw new UncheckedIOException(damagedJar);
        }
    }

    /** What is empty in the file stays as it is by default. */
    private static void merge(ObjectNode base, @Nullable JsonNode over, String path, SettingNames names) {
        if (over == null || over.isNull() || over.isMissingNode()) {
            return;
        }
        if (!over.isObject()) {
            throw wrong((path.isEmpty() ? "The file of settings" : path) + " has to hold settings by name");
        }
        for (Map.Entry<String, JsonNode> field : over.properties()) {
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            JsonNode known = base.get(field.getKey());
            if (known == null) {
                throw names.unknown(name);
            }
            if (known.isObject()) {
                merge((ObjectNode) known, field.getValue(), name, names);
            } else if (!field.getValue().isNull()) {
                base.set(field.getKey(), field.getValue());
            }
        }
    }

    /** Puts in place of each leaf what is given for its path. */
    private static void overlay(ObjectNode node, String path, Function<String, @Nullable String> given) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = path + field.getKey();
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

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference each : wrong.getPath()) {
            path.append(
                    each.getFieldName() == null
                            ? "[" + each.getIndex() + "]"
                            : (path.isEmpty() ? "" : ".") + each.getFieldName());
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

    private static <T> JsonDeserializer<T> reading(String expected, Function<String, T> parse) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                try {
                    return parse.apply(parser.getText());
                } catch (RuntimeException wrong) {
                    throw JsonMappingException.from(parser, expected);
                }
            }
        };
    }

    static TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                what + ".",
                "tst serve --print-config shows all settings and what they mean.");
    }
}
