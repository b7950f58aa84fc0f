package io.troubleshooter.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.troubleshooter.Analysis;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.redact.RedactionSession;
import io.troubleshooter.report.FrameJson;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.tool.ToolAnswer;
import io.troubleshooter.tool.ToolLimits;
import io.troubleshooter.tool.ToolScene;
import io.troubleshooter.tool.Toolbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The tools that a client sees: to read logs, and every tool over the evidence with its id added. */
final class ServedTools {

    private static final String INPUT = """
            {"type":"object","additionalProperties":false,"properties":{
              "text":{"type":"string","description":"the log, stack trace or error output itself"},
              "path":{"type":"string","description":"a log file that the server may read"}%s}}""";
    private static final String QUESTION =
            ",\"question\":{\"type\":\"string\",\"description\":\"what is to be found out, in words\"}";
    private static final String EVIDENCE =
            "{\"type\":\"string\",\"description\":\"id of the evidence, as analyze gave it: E1, E2, ...\"}";
    private static final ToolLimits ONE_CALL = new ToolLimits(1, 60_000, 60_000, Duration.ofSeconds(20));

    private final Cases cases;
    private final Toolbox toolbox = Toolbox.standard(List.of(), ONE_CALL);
    private final RuleSet rules = RuleSet.builtIn();

    ServedTools(Cases cases) {
        this.cases = cases;
    }

    List<SyncToolSpecification> specifications() {
        List<SyncToolSpecification> all = new ArrayList<>();
        all.add(tool(
                "redact",
                "Returns a log with secrets and personal data replaced, line for line.",
                input(""),
                this::redact));
        all.add(tool(
                "analyze",
                "Tells what broke in a log, offline, as JSON: ranked causes, each with the lines that"
                        + " prove it, fixes with risk and rollback, next checks. The first line names the evidence for further"
                        + " looks.",
                input(QUESTION),
                this::analyze));
        all.add(tool(
                "frame",
                "Returns the incident frame of a log as JSON: entities, groups of events, timeline,"
                        + " anomalies, findings.",
                input(""),
                this::frame));
        for (ToolSpec spec : toolbox.specs()) {
            all.add(tool(
                    spec.name(),
                    spec.description().wording(),
                    withEvidence(spec.schema().wording()),
                    arguments -> look(spec.name(), arguments)));
        }
        return all;
    }

    private CallToolResult redact(Arguments arguments) {
        return text(cases.redacted(arguments));
    }

    private CallToolResult analyze(Arguments arguments) {
        String id = cases.read(arguments);
        String json = new JsonReport(false).render(cases.get(id).diagnose(arguments.text("question")));
        return CallToolResult.builder()
                .addTextContent("evidence: " + id)
                .addTextContent(json)
                .build();
    }

    private CallToolResult frame(Arguments arguments) {
        return text(FrameJson.write(cases.get(cases.read(arguments)).frame()));
    }

    private CallToolResult look(String tool, Arguments arguments) {
        String id = arguments.text("evidence");
        Analysis analysis = cases.get(id == null ? "" : id);
        ToolScene scene = new ToolScene(analysis.frame(), analysis.evidence(), rules, ONE_CALL.callTime());
        ToolAnswer answer =
                toolbox.begin(scene, RedactionSession.create(), 1).call(tool, arguments.without("evidence"));
        return CallToolResult.builder()
                .addTextContent(answer.output().toString())
                .isError(answer.failed())
                .build();
    }

    private static String input(String more) {
        return INPUT.formatted(more);
    }

    private static String withEvidence(String schema) {
        try {
            ObjectNode tree = (ObjectNode) Arguments.JSON.readTree(schema);
            tree.withObjectProperty("properties").set("evidence", Arguments.JSON.readTree(EVIDENCE));
            ArrayNode required = tree.withArrayProperty("required");
            required.add("evidence");
            return tree.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a built-in tool has a schema that is no JSON");
        }
    }

    private static SyncToolSpecification tool(
            String name, String description, String schema, Function<Arguments, CallToolResult> work) {
        Tool tool = Tool.builder(name, McpJsonDefaults.getMapper(), schema)
                .description(description)
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
        return SyncToolSpecification.builder()
                .tool(tool)
                .callHandler((exchange, request) -> guarded(work, Arguments.of(request)))
                .build();
    }

    /** What goes wrong is told in our own words: other exceptions might quote the log. */
    private static CallToolResult guarded(Function<Arguments, CallToolResult> work, Arguments arguments) {
        try {
            return work.apply(arguments);
        } catch (TroubleshooterException e) {
            return failed(e.getMessage() + " " + e.advice());
        } catch (RuntimeException e) {
            return failed("This failed inside the server (" + e.getClass().getSimpleName() + ").");
        }
    }

    private static CallToolResult failed(String why) {
        return CallToolResult.builder().addTextContent(why).isError(true).build();
    }

    private static CallToolResult text(String text) {
        return CallToolResult.builder().addTextContent(text).build();
    }
}
