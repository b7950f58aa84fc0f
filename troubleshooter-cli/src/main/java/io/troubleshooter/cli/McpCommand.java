package io.troubleshooter.cli;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.mcp.McpServing;
import java.nio.file.Path;
import java.util.List;

/** {@code tst mcp}: serves one MCP client on standard input and output until it closes its end. */
final class McpCommand {

    private McpCommand() {}

    static int run(Surroundings around, Settings settings, List<String> roots) {
        Troubleshooter troubleshooter = Engine.builder(settings, around)
                .keepEvidence(EvidenceLimits.DEFAULT)
                .build();
        try {
            McpServing.serve(
                    troubleshooter,
                    roots.stream().map(Path::of).toList(),
                    Version.OF_THIS_BUILD,
                    around.in(),
                    around.out());
            return Cli.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Cli.FAILED;
        }
    }
}
