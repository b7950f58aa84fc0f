package io.troubleshooter.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.troubleshooter.redact.RedactedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every format reads its own sample lines, alone in a source, and leaves alone the lines that only look like them. */
class FormatSamplesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path FORMATS = Path.of("src/main/packs/formats");

    @TestFactory
    List<DynamicTest> samples() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode format : entries()) {
            String id = format.get("id").asText();
            for (JsonNode sample : format.path("samples")) {
                tests.add(
                        sample.has("not")
                                ? DynamicTest.dynamicTest(
                                        id + " is not " + sample.get("not").asText(), () -> leaves(id, sample))
                                : DynamicTest.dynamicTest(
                                        id + ": " + sample.get("line").asText(), () -> reads(id, sample)));
            }
        }
        return tests;
    }

    @Test
    void everyFormatHasSamples() throws IOException {
        assertThat(entries().stream()
                        .filter(format -> format.has("header")
                                || "json".equals(format.path("kind").asText()))
                        .filter(format -> format.path("samples").isEmpty())
                        .map(format -> format.get("id").asText()))
                .isEmpty();
    }

    private static List<JsonNode> entries() throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(FORMATS)) {
            for (Path file : files.sorted().toList()) {
                YAML.readTree(file.toFile()).forEach(entries::add);
            }
        }
        return entries;
    }

    private static void leaves(String id, JsonNode sample) {
        assertThat(Records.of(sample.get("not").asText()).get(0).format()).isNotEqualTo(id);
    }

    private static void reads(String id, JsonNode sample) {
        LogRecord record = Records.of(sample.get("line").asText()).get(0);
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(record.format())
                .as("format of %s", sample.get("line").asText())
                .isEqualTo(id);
        expected(
                sample,
                "time",
                time -> softly.assertThat(record.time()).as("time").isEqualTo(Instant.parse(time)));
        expected(
                sample,
                "level",
                level -> softly.assertThat(record.level()).as("level").isEqualTo(Level.valueOf(level)));
        expected(
                sample,
                "logger",
                logger -> softly.assertThat(record.logger()).as("logger").hasToString(logger));
        expected(
                sample,
                "message",
                message -> softly.assertThat(record.message()).as("message").hasToString(message));
        sample.path("fields").properties().forEach(field -> {
            RedactedText value = record.fields().get(field.getKey());
            softly.assertThat(value)
                    .as("%s in %s", field.getKey(), record.fields())
                    .hasToString(field.getValue().asText());
        });
        softly.assertAll();
    }

    private static void expected(JsonNode sample, String key, java.util.function.Consumer<String> check) {
        if (sample.has(key)) {
            check.accept(sample.get(key).asText());
        }
    }
}
