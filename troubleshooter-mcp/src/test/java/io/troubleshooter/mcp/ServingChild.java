package io.troubleshooter.mcp;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.evidence.EvidenceLimits;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/** The server as a process of its own, as clients start it. */
final class ServingChild {

    private ServingChild() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream out = System.out;
        System.setOut(System.err);
        Troubleshooter troubleshooter =
                Troubleshooter.builder().keepEvidence(EvidenceLimits.DEFAULT).build();
        McpServing.serve(troubleshooter, Arrays.stream(args).map(Path::of).toList(), "test", System.in, out);
        System.exit(0);
    }
}
