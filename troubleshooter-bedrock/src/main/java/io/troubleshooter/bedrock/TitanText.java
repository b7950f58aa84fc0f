package io.troubleshooter.bedrock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.bedrock.Fault.Failed;
import io.troubleshooter.model.Embedded;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.redact.RedactedText;
import java.util.List;

/** A text as Titan Text Embeddings V2 takes it, and its vector as Titan gives it. */
record TitanText(String json, int dimensions, TokenUsage estimate) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static TitanText of(RedactedText text, int dimensions) {
        String json = MAPPER.createObjectNode()
                .put("inputText", text.toString())
                .put("dimensions", dimensions)
                .put("normalize", true)
                .toString();
        return new TitanText(json, dimensions, new TokenUsage(TokenEstimate.of(text), 0, 0, 0, true));
    }

    /** @throws Failed if it is no vector of the dimensions asked for */
    Embedded read(String reply, Faults faults) {
        JsonNode root = parsed(reply);
        TokenUsage usage = usage(root.path("inputTextTokenCount"));
        JsonNode numbers = root.path("embedding");
        if (numbers.size() != dimensions) {
            throw new Failed(faults.incomplete(), usage, false);
        }
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = number(numbers.get(i), usage, faults);
        }
        return new Embedded(List.of(vector), usage);
    }

    private static JsonNode parsed(String reply) {
        try {
            return MAPPER.readTree(reply);
        } catch (JsonProcessingException malformed) {
            return MAPPER.createObjectNode();
        }
    }

    private TokenUsage usage(JsonNode count) {
        return count.isIntegralNumber() && count.asLong() >= 0
                ? new TokenUsage(count.asLong(), 0, 0, 0, false)
                : estimate;
    }

    private static float number(JsonNode node, TokenUsage usage, Faults faults) {
        float value = (float) node.asDouble(Double.NaN);
        if (!node.isNumber() || !Float.isFinite(value)) {
            throw new Failed(faults.incomplete(), usage, false);
        }
        return value;
    }
}
