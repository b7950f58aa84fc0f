package io.troubleshooter.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolException;
import io.troubleshooter.tool.ToolOutput;
import io.troubleshooter.tool.ToolScene;
import java.util.Map;

/** A tool of another MCP server. A stranger wrote its description, so that is sent as data, redacted and cut. */
final class RemoteTool implements Tool {

    private static final int MAX_NAME = 64;
    private static final int MAX_DESCRIPTION = 1_000;
    private static final String ANY_OBJECT = "{\"type\":\"object\"}";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final String remoteName;
    private final ToolSpec spec;
    private final McpSyncClient client;

    RemoteTool(String server, McpSchema.Tool tool, McpSyncClient client) {
        this.remoteName = tool.name();
        this.client = client;
        RedactionSession redaction = RedactionSession.create();
        this.spec = new ToolSpec(
                name(server, tool.name()),
                new Part.Evidence(redaction.redact(cut(tool.description()))),
                new Part.Evidence(schema(tool, redaction)));
    }

    private static String name(String server, String tool) {
        String name = server + "_" + tool.replaceAll("[^A-Za-z0-9_-]", "_");
        return name.substring(0, Math.min(MAX_NAME, name.length()));
    }

    private static String cut(String description) {
        String text = description == null ? "" : description;
        return text.substring(0, Math.min(MAX_DESCRIPTION, text.length()));
    }

    /** The schema, unless redaction took something out of it that it cannot do without. */
    private static RedactedText schema(McpSchema.Tool tool, RedactionSession redaction) {
        RedactedText redacted =
                redaction.redact(Arguments.JSON.valueToTree(tool.inputSchema()).toString());
        try {
            return Arguments.JSON.readTree(redacted.toString()).isObject() ? redacted : redaction.redact(ANY_OBJECT);
        } catch (JsonProcessingException e) {
            return redaction.redact(ANY_OBJECT);
        }
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        CallToolResult result = ask(Arguments.JSON.convertValue(arguments, MAP));
        StringBuilder text = new StringBuilder();
        for (McpSchema.Content content : result.content()) {
            if (content instanceof TextContent words) {
                text.append(words.text()).append('\n');
            }
        }
        if (Boolean.TRUE.equals(result.isError())) {
            throw new ToolException("the server refused: " + text.toString().strip());
        }
        return new ToolOutput(text.toString().stripTrailing(), "");
    }

    private CallToolResult ask(Map<String, Object> arguments) {
        try {
            return client.callTool(new CallToolRequest(remoteName, arguments));
        } catch (RuntimeException e) {
            throw new ToolException("the server did not answer (" + e.getClass().getSimpleName() + ")");
        }
    }
}
