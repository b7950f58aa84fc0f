package io.troubleshooter.cli;

import io.troubleshooter.mcp.McpServerSettings;
import io.troubleshooter.mcp.McpTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The MCP servers whose tools a model may use. */
final class McpSetup {

    private McpSetup() {}

    static McpTools open(String file) {
        try {
            return McpTools.connect(McpServerSettings.read(Files.readString(Path.of(file))));
        } catch (IOException e) {
            throw new UsageException(
                    "cannot read the MCP servers in " + file,
                    "Name a JSON file: --mcp-servers FILE; see tst help mcp.");
        }
    }
}
