package io.troubleshooter.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooseSchemaTest {

    @Test
    void onlyThreeFieldsStandAtTheTop() {
        assertThat(
                        LooseSchema.of(
                                "{\"$schema\":\"x\",\"type\":\"object\",\"description\":\"d\",\"properties\":{\"a\":"
                                        + "{\"type\":\"string\",\"maxLength\":9}},\"required\":[\"a\"],\"additionalProperties\":false}"))
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"maxLength\":9}},"
                        + "\"required\":[\"a\"]}");
    }

    @Test
    void objectsFurtherDownAreNotClosedEither() {
        String inner =
                "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"b\":{\"type\":\"string\"}}}";

        assertThat(LooseSchema.of("{\"type\":\"object\",\"properties\":{\"o\":" + inner
                        + ",\"l\":{\"type\":\"array\",\"items\":" + inner + "},\"c\":{\"anyOf\":[" + inner + "]}}}"))
                .doesNotContain("additionalProperties")
                .contains("\"b\"");
    }

    @Test
    void aFieldMayBeCalledLikeAKeyword() {
        String schema = "{\"type\":\"object\",\"properties\":{\"additionalProperties\":{\"type\":\"string\"},"
                + "\"type\":{\"type\":\"object\",\"properties\":{\"additionalProperties\":{\"type\":\"string\"}}}}}";

        assertThat(LooseSchema.of(schema)).isEqualTo(schema);
    }

    @Test
    void whatIsBuiltOnDefinitionsStaysAsItIs() {
        String schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/a\"}},\"$defs\":{\"a\":{}}}";

        assertThat(LooseSchema.of(schema)).isEqualTo(schema);
        assertThat(LooseSchema.of("no json")).isEqualTo("no json");
    }

    @Test
    void nothingIsMadeAnEmptyObject() {
        assertThat(LooseSchema.of("{}")).isEqualTo("{\"type\":\"object\",\"properties\":{}}");
    }
}
