package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.evidence.PatternException;
import io.troubleshooter.model.ToolSpec;

/** Shows when and where a host, pod, request, user, file, ... is mentioned. */
final class EntityHistoryTool implements Tool {

    private static final int MAX = 25;

    @Override
    public ToolSpec spec() {
        return StandardTools.spec("entity_history");
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        Look look = Look.of(arguments, scene);
        History history = history(look);
        LineList lines = new LineList(scene.evidence());
        history.shown().forEach(line -> lines.add(line, 0));
        return lines.output(more(history));
    }

    private static History history(Look look) {
        int max = look.arguments().number("max", MAX);
        try {
            return History.of(look.evidence(), look.arguments().needed("name"), look.query(), max, look.deadline());
        } catch (PatternException unusable) {
            throw new ToolException("The name cannot be searched for: " + unusable.getMessage() + ".");
        }
    }

    private static String more(History history) {
        String end = history.complete() ? ")" : "; not all could be looked at)";
        if (history.total() == 0) {
            return "(not mentioned" + end;
        }
        String times = history.from() == null ? "" : ", from " + history.from() + " to " + history.to();
        return "(mentioned in " + history.total() + " lines, " + history.errors() + " of them errors" + times + "; "
                + (history.total() - history.shown().size()) + " not shown: narrow by from, to, level or source" + end;
    }
}
