package io.troubleshooter.bedrock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A schema of a tool as every model on Bedrock takes it. Nova wants three fields at the top and no more (Nova user guide,
 * "Defining a tool"), and some models reject {@code additionalProperties} wherever it stands; arguments are checked against
 * the full schema when they come.
 */
final class LooseSchema {

    private LooseSchema() {}

    static String of(String schema) {
        try {
            JsonNode whole = new ObjectMapper().readTree(schema);
            boolean plain = whole instanceof ObjectNode && !whole.has("$defs") && !whole.has("definitions");
            return plain ? top((ObjectNode) whole).toString() : schema;
        } catch (JsonProcessingException e) {
            return schema;
        }
    }

    private static ObjectNode top(ObjectNode whole) {
        ObjectNode top = whole.objectNode();
        top.set("type", whole.path("type").isTextual() ? whole.get("type") : whole.textNode("object"));
        top.set("properties", whole.path("properties").isObject() ? whole.get("properties") : whole.objectNode());
        if (whole.path("required").isArray()) {
            top.set("required", whole.get("required"));
        }
        open(top.get("properties"), true);
        return top;
    }

    /** @param names whether the keys are names of fields and not keywords */
    private static void open(JsonNode node, boolean names) {
        if (!names && node.has("type") && node instanceof ObjectNode schema) {
            schema.remove("additionalProperties");
        }
        if (node.isArray()) {
            node.forEach(item -> open(item, false));
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (entry.getValue().isContainerNode()) {
                open(entry.getValue(), !names && entry.getKey().equals("properties"));
            }
        }
    }
}
