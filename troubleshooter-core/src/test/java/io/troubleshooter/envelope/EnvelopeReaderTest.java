package io.troubleshooter.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeReaderTest {

    /** What a sample says or a payload holds, in plain values. */
    record Carried(
            String text, @Nullable String stream, @Nullable String time, boolean partial, Map<String, String> fields) {}

    private final Redactor redactor = Redactor.create();

    static Stream<Named<JsonNode>> samples() throws IOException {
        try (InputStream file = EnvelopeReaderTest.class.getResourceAsStream("/envelope/samples.yaml")) {
            List<Named<JsonNode>> samples = new ArrayList<>();
            new ObjectMapper(new YAMLFactory())
                    .readTree(file)
                    .forEach(sample -> samples.add(Named.of(sample.path("id").asText(), sample)));
            return samples.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void opensTheSample(JsonNode sample) {
        List<RedactedText> lines = new ArrayList<>();
        sample.path("lines").forEach(line -> lines.add(redactor.redact(line.asText())));
        List<Carried> expected = new ArrayList<>();
        sample.path("expect").forEach(line -> expected.add(expected(line)));

        assertThat(read(new EnvelopeReader(EnvelopeProfile.of(lines)), lines)).isEqualTo(expected);
        if (!sample.has("head")) {
            assertThat(read(new EnvelopeReader(), lines)).isEqualTo(expected);
        }
    }

    private static Carried expected(JsonNode line) {
        if (line.isTextual()) {
            return new Carried(line.asText(), null, null, false, Map.of());
        }
        Map<String, String> fields = new TreeMap<>();
        line.path("fields")
                .fields()
                .forEachRemaining(
                        field -> fields.put(field.getKey(), field.getValue().asText()));
        return new Carried(
                line.path("text").asText(),
                line.path("stream").asText(null),
                line.path("time").asText(null),
                line.path("partial").asBoolean(),
                fields);
    }

    private static List<Carried> read(EnvelopeReader reader, List<RedactedText> lines) {
        return lines.stream().map(reader::read).map(EnvelopeReaderTest::carried).toList();
    }

    private static Carried carried(Payload payload) {
        Map<String, String> fields = new TreeMap<>();
        payload.fields().forEach((name, value) -> fields.put(name, value.toString()));
        return new Carried(
                payload.text().toString(), string(payload.stream()), string(payload.time()), payload.partial(), fields);
    }

    private static @Nullable String string(@Nullable RedactedText text) {
        return text == null ? null : text.toString();
    }

    @Test
    void leavesAnOrdinaryLineAsItIs() {
        RedactedText line = redactor.redact("2024-05-01 10:00:00 ERROR a.B: no space left on device");

        assertThat(new EnvelopeReader().read(line).text()).isSameAs(line);
    }

    @Test
    void learnsAWeakEnvelopeThatBeginsLateInTheSource() {
        EnvelopeReader reader = new EnvelopeReader();
        for (int i = 0; i < 1_000; i++) {
            reader.read(redactor.redact("starting up, step " + i));
        }
        Payload last = Payload.bare(redactor.redact(""));
        for (int i = 0; i < 3_000; i++) {
            last = reader.read(redactor.redact("postgres  | ready " + i));
        }

        assertThat(last.text()).hasToString("ready 2999");
        assertThat(last.stream()).hasToString("postgres");
    }

    @Test
    void givesTheLinesThatAnEnvelopePacksIntoOne() {
        Payload packed = new EnvelopeReader()
                .read(redactor.redact("{\"MESSAGE\":\"one\\n\\nthree\",\"_BOOT_ID\":\"b\",\"_SYSTEMD_UNIT\":\"u\"}"));

        assertThat(packed.lines())
                .extracting(Payload::text)
                .map(RedactedText::toString)
                .containsExactly("one", "", "three");
        assertThat(packed.lines())
                .extracting(Payload::stream)
                .map(String::valueOf)
                .containsOnly("u");
    }
}
