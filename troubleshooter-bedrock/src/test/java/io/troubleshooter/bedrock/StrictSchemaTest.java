package io.troubleshooter.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictSchemaTest {

    private static String object(String properties, String required) {
        return "{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":[" + required
                + "],\"additionalProperties\":false}";
    }

    @Test
    void boundsAreLeftOutAndTheRestStays() {
        String schema = object(
                "\"n\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":9,\"description\":\"How many\"},"
                        + "\"list\":{\"type\":\"array\",\"maxItems\":3,\"items\":{\"type\":\"string\",\"minLength\":1,"
                        + "\"enum\":[\"a\",\"b\"]}}",
                "\"n\"");

        assertThat(StrictSchema.of(schema))
                .isEqualTo(object(
                        "\"n\":{\"type\":\"integer\",\"description\":\"How many\"},"
                                + "\"list\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}}",
                        "\"n\""));
    }

    @Test
    void aFieldMayBeCalledLikeAKeyword() {
        String schema = object("\"minimum\":{\"type\":\"string\"},\"$ref\":{\"type\":\"string\"}", "\"minimum\"");

        assertThat(StrictSchema.of(schema)).isEqualTo(schema);
    }

    @Test
    void objectsAreClosed() {
        assertThat(StrictSchema.of("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}"))
                .contains("\"additionalProperties\":false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{\"type\":\"string\"}",
                "{\"type\":\"object\"}",
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":true}",
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":{\"type\":\"string\"}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"string\",\"null\"]}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":true}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"not\":{\"type\":\"string\"}}}}"
            })
    void whatMakesNoGrammarDoesNotFit(String schema) {
        assertThat(StrictSchema.of(schema)).isNull();
    }

    @Test
    void manyOptionalFieldsDoNotFit() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            fields.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":{\"type\":\"string\"}");
        }

        assertThat(StrictSchema.of(object(fields.toString(), ""))).isNull();
        assertThat(StrictSchema.of(object(fields.toString(), "\"f0\""))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "triage"})
    void theSchemasOfTheLoopFit(String name) throws IOException {
        String resource = "/io/troubleshooter/prompt/part/" + name + ".schema.json";
        try (InputStream in = StrictSchemaTest.class.getResourceAsStream(resource)) {
            assertThat(in).isNotNull();
            assertThat(StrictSchema.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                    .isNotNull();
        }
    }
}
