package io.troubleshooter.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.tool.Tool;
import io.troubleshooter.tool.ToolException;
import io.troubleshooter.tool.ToolScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our server as a process, asked by our client: both speak through real pipes. */
class McpTest {

    private static final String LOG = """
            2026-03-01 10:00:00.100 UTC [41] LOG:  checkpoint starting: time
            2026-03-01 10:00:01.200 UTC [77] ERROR:  could not extend file "base/16384/2619": No space left on device
            2026-03-01 10:00:01.200 UTC [77] HINT:  Check free disk space.
            2026-03-01 10:00:02.300 UTC [78] FATAL:  password=hunter2horse for user mail ada@corp.example.com
            """;

    @TempDir
    Path folder;

    @Test
    void analyzesWithoutTellingSecrets() throws Exception {
        try (McpTools tools = McpTools.connect(List.of(server(List.of("analyze"))))) {
            String text = call(tools, "self_analyze", Map.of("text", LOG));
            String json = text.substring(text.indexOf('{'));
            assertThat(text).startsWith("evidence: E1");
            assertThat(Arguments.JSON.readTree(json).path("verdict").asText()).isEqualTo("incident");
            assertThat(json).contains("No space left on device").doesNotContain("hunter2horse", "ada@corp");
        }
    }

    @Test
    void looksIntoWhatWasAnalyzedBefore() {
        try (McpTools tools = McpTools.connect(List.of(server(List.of("analyze", "search", "read_lines"))))) {
            assertThat(call(tools, "self_analyze", Map.of("text", LOG))).startsWith("evidence: E1");
            assertThat(call(tools, "self_search", Map.of("evidence", "E1", "query", "no space left")))
                    .contains("S1:2 ")
                    .contains("could not extend file");
            assertThatThrownBy(() -> call(tools, "self_search", Map.of("evidence", "E7", "query", "x")))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("Call analyze first");
            assertThatThrownBy(() -> call(tools, "self_search", Map.of("query", "x")))
                    .isInstanceOf(ToolException.class);
        }
    }

    @Test
    void redactsLineForLine() {
        try (McpTools tools = McpTools.connect(List.of(server(List.of("redact", "frame"))))) {
            String text = call(tools, "self_redact", Map.of("text", LOG));
            assertThat(text.lines().count()).isEqualTo(LOG.lines().count());
            assertThat(text).contains("<email:1>").doesNotContain("hunter2horse", "ada@corp");
            assertThat(call(tools, "self_frame", Map.of("text", LOG))).contains("troubleshooter/frame/v1");
        }
    }

    @Test
    void readsFilesOnlyBelowItsRoots() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("logs"));
        Files.writeString(inside.resolve("app.log"), LOG);
        Files.writeString(folder.resolve("other.log"), LOG);
        Files.createSymbolicLink(inside.resolve("link.log"), folder.resolve("other.log"));
        try (McpTools tools = McpTools.connect(List.of(server(List.of("redact"), inside.toString())))) {
            assertThat(call(tools, "self_redact", path(inside.resolve("app.log"))))
                    .contains("No space left");
            for (Path outside : List.of(
                    folder.resolve("other.log"),
                    inside.resolve("link.log"),
                    inside.resolve("../other.log"),
                    inside.resolve("missing.log"),
                    inside)) {
                assertThatThrownBy(() -> call(tools, "self_redact", path(outside)))
                        .isInstanceOf(ToolException.class)
                        .hasMessageContaining("no file below a folder");
            }
        }
    }

    @Test
    void aToolThatIsNotThereIsNamed() {
        McpServerSettings wrong = server(List.of("redact", "delete_everything"));
        assertThatThrownBy(() -> McpTools.connect(List.of(wrong)))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("delete_everything");
    }

    @Test
    void aServerThatDoesNotStartIsNamed() {
        McpServerSettings wrong = new McpServerSettings("gone", "false", List.of(), Map.of(), List.of("x"));
        assertThatThrownBy(() -> McpTools.connect(List.of(wrong)))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void settingsAreReadFromTheUsualForm() {
        assertThat(McpServerSettings.read("""
                        {"mcpServers": {"cluster": {"command": "kube-mcp", "args": ["--read-only"],
                         "env": {"REGION": "eu-west-1"}, "allow": ["pods"]}}}"""))
                .containsExactly(new McpServerSettings(
                        "cluster", "kube-mcp", List.of("--read-only"), Map.of("REGION", "eu-west-1"), List.of("pods")));
        assertThatThrownBy(() -> McpServerSettings.read("{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}"))
                .hasMessageContaining("allows no tools");
        assertThatThrownBy(() -> McpServerSettings.read("nothing")).hasMessageContaining("no JSON");
    }

    private static Map<String, String> path(Path file) {
        return Map.of("path", file.toString());
    }

    private static McpServerSettings server(List<String> allowed, String... roots) {
        List<String> args =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), ServingChild.class.getName()));
        args.addAll(List.of(roots));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new McpServerSettings("self", java, args, Map.of(), allowed);
    }

    private static String call(McpTools tools, String name, Map<String, String> arguments) {
        for (Tool tool : tools.tools()) {
            if (tool.spec().name().equals(name)) {
                JsonNode given = Arguments.JSON.valueToTree(arguments);
                return tool.call((ObjectNode) given, scene()).text();
            }
        }
        throw new AssertionError(name + " is not offered");
    }

    private static ToolScene scene() {
        return new ToolScene(
                Troubleshooter.create().frame(List.of()), Evidence.NONE, RuleSet.empty(), Duration.ofSeconds(20));
    }
}
