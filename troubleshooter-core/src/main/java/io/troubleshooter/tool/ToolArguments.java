package io.troubleshooter.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.troubleshooter.model.ToolSpec;

/** Reads what a model wrote for arguments, and what schemas say. */
final class ToolArguments {

    private static final int MAX_LENGTH = 20_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ToolArguments() {}

    /** @throws ToolException if they are no JSON, or do not fit the tool's schema */
    static JsonNode read(String json, ToolSpec spec) {
        JsonNode arguments = parse(json);
        new ArgumentSchema(schema(spec)).check(arguments);
        return arguments;
    }

    private static JsonNode parse(String json) {
        if (json.length() > MAX_LENGTH) {
            throw new ToolException("The arguments are longer than " + MAX_LENGTH + " characters.");
        }
        try {
            JsonNode arguments = JSON.readTree(json.isBlank() ? "{}" : json);
            return arguments.isMissingNode() || arguments.isNull() ? JSON.createObjectNode() : arguments;
        } catch (JsonProcessingException malformed) {
            throw new ToolException("The arguments are not valid JSON: give one object, with all quotes closed.");
        }
    }

    private static JsonNode schema(ToolSpec spec) {
        try {
            return JSON.readTree(spec.schema().wording());
        } catch (JsonProcessingException malformed) {
            throw new ToolException("The tool's own schema is not valid JSON, so that it cannot be called.");
        }
    }
}
