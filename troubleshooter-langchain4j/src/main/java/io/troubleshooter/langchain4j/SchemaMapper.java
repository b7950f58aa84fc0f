package io.troubleshooter.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import java.util.ArrayList;
import java.util.List;

/** A JSON Schema of an object as LangChain4j takes it; what stands below the first level is passed on as it is. */
final class SchemaMapper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaMapper() {}

    static JsonObjectSchema object(String schema) {
        JsonNode tree = parse(schema);
        JsonObjectSchema.Builder object = JsonObjectSchema.builder();
        tree.path("properties")
                .properties()
                .forEach(property -> object.addProperty(
                        property.getKey(),
                        JsonRawSchema.from(property.getValue().toString())));
        List<String> required = new ArrayList<>();
        tree.path("required").forEach(name -> required.add(name.asText()));
        object.required(required);
        if (tree.path("additionalProperties").isBoolean()) {
            object.additionalProperties(tree.path("additionalProperties").booleanValue());
        }
        return object.build();
    }

    private static JsonNode parse(String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema of a tool is no JSON");
        }
    }
}
