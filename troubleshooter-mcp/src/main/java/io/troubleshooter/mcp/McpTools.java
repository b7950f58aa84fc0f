package io.troubleshooter.mcp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.tool.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The allowed tools of MCP servers, each server a process of its own that ends with {@link #close}. What they return is
 * redacted and capped by the toolbox like any other output, and so are their names and descriptions.
 */
public final class McpTools implements AutoCloseable {

    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Duration START = Duration.ofSeconds(30);

    private final List<McpSyncClient> clients = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>();

    private McpTools() {}

    /**
     * Starts the servers and asks for their tools.
     *
     * @throws TroubleshooterException if one does not start, or lacks a tool that is allowed
     */
    public static McpTools connect(List<McpServerSettings> servers) {
        McpTools connected = new McpTools();
        try {
            servers.forEach(connected::start);
            return connected;
        } catch (RuntimeException e) {
            connected.close();
            throw e;
        }
    }

    public List<Tool> tools() {
        return List.copyOf(tools);
    }

    private void start(McpServerSettings server) {
        StdioClientTransport transport = new StdioClientTransport(
                ServerParameters.builder(server.command())
                        .args(server.args())
                        .env(server.env())
                        .build(),
                McpJsonDefaults.getMapper());
        // What a server writes to stderr may quote anything: it goes nowhere.
        transport.setStdErrorHandler(line -> {});
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(CALL)
                .initializationTimeout(START)
                .build();
        clients.add(client);
        List<McpSchema.Tool> offered = offered(server, client);
        for (String name : server.allowed()) {
            tools.add(new RemoteTool(server.name(), find(server, offered, name), client));
        }
    }

    private static List<McpSchema.Tool> offered(McpServerSettings server, McpSyncClient client) {
        try {
            client.initialize();
            return client.listTools().tools();
        } catch (RuntimeException e) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION,
                    "The MCP server " + server.name() + " did not start.",
                    "Run its command by hand and see what it says: " + server.command());
        }
    }

    private static McpSchema.Tool find(McpServerSettings server, List<McpSchema.Tool> offered, String name) {
        for (McpSchema.Tool tool : offered) {
            if (tool.name().equals(name)) {
                return tool;
            }
        }
        throw new TroubleshooterException(
                Code.INVALID_CONFIGURATION,
                "The MCP server " + server.name() + " has no tool " + name + ".",
                "It has: "
                        + String.join(
                                ", ", offered.stream().map(McpSchema.Tool::name).toList()));
    }

    @Override
    public void close() {
        clients.forEach(McpSyncClient::closeGracefully);
    }
}
