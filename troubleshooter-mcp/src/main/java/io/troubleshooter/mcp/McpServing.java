package io.troubleshooter.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.troubleshooter.Troubleshooter;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Serves the engine to one MCP client over a pair of streams. */
public final class McpServing {

    private static final int MAX_MESSAGE_CHARS = 64 << 20;

    private McpServing() {}

    /**
     * Serves until the client closes its end.
     *
     * @param troubleshooter has to keep evidence, or there is nothing to search
     * @param roots files and folders whose logs a client may name by their path; with none, it has to send the text
     * @param version of the program, told to the client
     */
    public static void serve(
            Troubleshooter troubleshooter, List<Path> roots, String version, InputStream in, OutputStream out)
            throws InterruptedException {
        EndOfInput watched = new EndOfInput(in);
        ServedTools tools = new ServedTools(new Cases(troubleshooter, new Roots(roots)));
        McpSyncServer server = McpServer.sync(
                        new StdioServerTransportProvider(McpJsonDefaults.getMapper(), watched, out, MAX_MESSAGE_CHARS))
                .serverInfo("tst", version)
                .instructions("Tells what broke in logs, with the lines that prove it. Secrets and personal data are"
                        + " replaced by placeholders such as <ip:1> before anything is returned.")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .tools(tools.specifications())
                .build();
        watched.await();
        server.closeGracefully();
    }
}
