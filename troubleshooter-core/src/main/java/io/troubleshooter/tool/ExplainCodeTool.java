package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.model.ToolSpec;
import java.util.List;

/** Tells what an error, exit or status code means and what usually causes it. */
final class ExplainCodeTool implements Tool {

    @Override
    public ToolSpec spec() {
        return StandardTools.spec("explain_code");
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        Look look = Look.of(arguments, scene);
        String name = look.arguments().needed("code");
        String kind = look.arguments().text("kind");
        List<Code> codes = kind == null ? Codes.find(name) : Codes.find(name, kind);
        LineList lines = new LineList(scene.evidence());
        codes.forEach(code -> lines.own(code.line()));
        return lines.output(
                codes.isEmpty() ? "(no such code is known; give the bare code, such as 137 or EPIPE)" : null);
    }
}
