package io.troubleshooter.tool;

import io.troubleshooter.model.Part;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.prompt.Prompts;
import java.util.List;

/** The tools that come with the library; all of them look only at what was read and at what the library knows. */
final class StandardTools {

    private StandardTools() {}

    static List<Tool> all() {
        return List.of(
                new SearchTool(),
                new ReadLinesTool(),
                new ListGroupsTool(),
                new OpenGroupTool(),
                new AroundTimeTool(),
                new ComparePeriodsTool(),
                new EntityHistoryTool(),
                new ExplainCodeTool(),
                new LookupRuleTool());
    }

    /** Description and schema are resources beside the prompts. */
    static ToolSpec spec(String name) {
        Prompts prompts = Prompts.builtIn();
        return new ToolSpec(
                name,
                new Part.Instructions(prompts.resource("tool/" + name + ".md")),
                new Part.Instructions(prompts.resource("tool/" + name + ".schema.json")));
    }
}
