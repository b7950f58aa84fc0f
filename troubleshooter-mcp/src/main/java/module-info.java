/** The engine as an MCP server, and tools of MCP servers for the model. */
module io.troubleshooter.mcp {
    requires transitive io.troubleshooter.core;
    requires com.fasterxml.jackson.databind;
    requires io.modelcontextprotocol.sdk.mcp.core;
    requires static org.jspecify;

    exports io.troubleshooter.mcp;
}
