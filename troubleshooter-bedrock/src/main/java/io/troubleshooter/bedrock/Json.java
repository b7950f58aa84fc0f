package io.troubleshooter.bedrock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;

/** Between JSON as text and the SDK's documents. The SDK has no such way of its own. */
final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private Json() {}

    /** The object; if the text is none, an object that has the text as its one field. */
    static Document object(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return document(node);
            }
        } catch (JsonProcessingException malformed) {
            // The service takes nothing but objects, and the model should see again what it wrote.
        }
        return Document.mapBuilder().putString("malformed", json).build();
    }

    static String text(Document document) {
        return node(document).toString();
    }

    private static Document document(JsonNode node) {
        if (node.isObject()) {
            Map<String, Document> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), document(field.getValue())));
            return Document.fromMap(fields);
        } else if (node.isArray()) {
            List<Document> items = new ArrayList<>();
            node.forEach(item -> items.add(document(item)));
            return Document.fromList(items);
        } else if (node.isNumber()) {
            return Document.fromNumber(node.decimalValue());
        } else if (node.isBoolean()) {
            return Document.fromBoolean(node.booleanValue());
        }
        return node.isNull() ? Document.fromNull() : Document.fromString(node.asText());
    }

    private static JsonNode node(Document document) {
        if (document.isMap()) {
            var fields = NODES.objectNode();
            document.asMap().forEach((name, value) -> fields.set(name, node(value)));
            return fields;
        } else if (document.isList()) {
            var items = NODES.arrayNode();
            document.asList().forEach(item -> items.add(node(item)));
            return items;
        } else if (document.isNumber()) {
            return NODES.numberNode(document.asNumber().bigDecimalValue());
        } else if (document.isBoolean()) {
            return NODES.booleanNode(document.asBoolean());
        }
        return document.isNull() ? NODES.nullNode() : NODES.textNode(document.asString());
    }
}
