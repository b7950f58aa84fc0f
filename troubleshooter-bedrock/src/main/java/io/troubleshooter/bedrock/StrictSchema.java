package io.troubleshooter.bedrock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema within the subset from which Bedrock makes a grammar (user guide, "Get validated JSON results from
 * models"): bounds of numbers, texts and lists make it reject a whole request, so they are left out; who asked checks the
 * reply against the full schema anyway. Open objects, references and many optional fields have no grammar.
 */
final class StrictSchema {

    private static final Set<String> KEPT =
            Set.of("type", "title", "description", "enum", "const", "default", "required", "additionalProperties");
    private static final Set<String> LEFT_OUT = Set.of(
            "$schema",
            "$id",
            "$comment",
            "examples",
            "format",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");

    /** More than this many, and other clients have found the grammar refused. */
    private static final int MOST_OPTIONAL = 10;

    private int optional;

    private StrictSchema() {}

    /** The schema as it may be sent; null if it does not fit. */
    static @Nullable String of(String schema) {
        try {
            StrictSchema strict = new StrictSchema();
            JsonNode reduced = strict.reduced(new ObjectMapper().readTree(schema));
            boolean fits = "object".equals(reduced.path("type").asText()) && strict.optional <= MOST_OPTIONAL;
            return fits ? reduced.toString() : null;
        } catch (JsonProcessingException | Unfit e) {
            return null;
        }
    }

    private ObjectNode reduced(JsonNode schema) throws Unfit {
        if (!(schema instanceof ObjectNode whole) || schema.path("type").isArray()) {
            throw new Unfit();
        }
        ObjectNode kept = whole.objectNode();
        for (Map.Entry<String, JsonNode> keyword : whole.properties()) {
            copy(keyword.getKey(), keyword.getValue(), kept);
        }
        if ("object".equals(whole.path("type").asText())) {
            close(kept);
        }
        return kept;
    }

    private void copy(String keyword, JsonNode value, ObjectNode to) throws Unfit {
        if (KEPT.contains(keyword)) {
            to.set(keyword, value);
        } else if (keyword.equals("properties") && value.isObject()) {
            ObjectNode properties = to.putObject(keyword);
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                properties.set(property.getKey(), reduced(property.getValue()));
            }
        } else if (keyword.equals("items")) {
            to.set(keyword, reduced(value));
        } else if (keyword.equals("anyOf") && value.isArray()) {
            ArrayNode choices = to.putArray(keyword);
            for (JsonNode choice : value) {
                choices.add(reduced(choice));
            }
        } else if (!LEFT_OUT.contains(keyword)) {
            throw new Unfit();
        }
    }

    private void close(ObjectNode object) throws Unfit {
        if (!object.has("properties") || object.path("additionalProperties").asBoolean(false)) {
            throw new Unfit();
        }
        if (object.path("additionalProperties").isObject()) {
            throw new Unfit();
        }
        object.put("additionalProperties", false);
        optional += object.path("properties").size() - object.path("required").size();
    }

    /** The schema is outside of the subset. */
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit() {
            super(null, null, false, false);
        }
    }
}
