package io.troubleshooter.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An MCP server whose tools may be offered to the model.
 *
 * @param name 1 to 20 letters, digits, {@code _} and {@code -}: the first part of its tools' names
 * @param allowed names of the tools that may be called; all others stay out of reach
 */
public record McpServerSettings(
        String name, String command, List<String> args, Map<String, String> env, List<String> allowed) {

    private static final int MAX_NAME = 20;

    public McpServerSettings {
        if (!name.matches("[A-Za-z0-9_-]{1," + MAX_NAME + "}")) {
            throw wrong("the name of a server has 1 to " + MAX_NAME + " letters, digits, _ and -");
        }
        if (command.isBlank()) {
            throw wrong("server " + name + " has no command");
        }
        if (allowed.isEmpty()) {
            throw wrong("server " + name + " allows no tools");
        }
    }

    /**
     * Reads the usual form, with the allow-list added: <code>
     * {"mcpServers": {"NAME": {"command": "...", "args": [...], "env": {...}, "allow": ["TOOL"]}}}</code>.
     *
     * @throws TroubleshooterException if it is not of this form
     */
    public static List<McpServerSettings> read(String json) {
        List<McpServerSettings> all = new ArrayList<>();
        tree(json).path("mcpServers").properties().forEach(server -> all.add(of(server.getKey(), server.getValue())));
        if (all.isEmpty()) {
            throw wrong("there is no server under mcpServers");
        }
        return List.copyOf(all);
    }

    private static JsonNode tree(String json) {
        try {
            return Arguments.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw wrong("it is no JSON");
        }
    }

    private static McpServerSettings of(String name, JsonNode server) {
        Map<String, String> env = new LinkedHashMap<>();
        server.path("env")
                .properties()
                .forEach(entry -> env.put(entry.getKey(), entry.getValue().asText()));
        return new McpServerSettings(
                name, server.path("command").asText(""), texts(server.path("args")), env, texts(server.path("allow")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                "The configuration of MCP servers cannot be used: " + what + ".",
                "It looks like {\"mcpServers\": {\"NAME\": {\"command\": \"...\", \"args\": [], \"allow\": [\"TOOL\"]}}}");
    }
}
