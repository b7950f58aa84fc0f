package io.troubleshooter.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import org.jspecify.annotations.Nullable;

/** What a client gave along with a call. */
final class Arguments {

    static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode given;

    private Arguments(ObjectNode given) {
        this.given = given;
    }

    static Arguments of(CallToolRequest request) {
        JsonNode given = JSON.valueToTree(request.arguments());
        return new Arguments(given instanceof ObjectNode object ? object : JSON.createObjectNode());
    }

    /** The text of that name; null where there is none. */
    @Nullable
    String text(String name) {
        JsonNode value = given.get(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    /** All but one, as JSON. */
    String without(String name) {
        return given.deepCopy().without(name).toString();
    }
}
