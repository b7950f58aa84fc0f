package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.evidence.Hits;
import io.troubleshooter.evidence.LinePattern;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.text.LineRef;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the lines of one kind of event: the first few whole, of the others those that look like its template. */
final class OpenGroupTool implements Tool {

    private static final int MAX = 20;
    private static final int MAX_OF_ONE = 60;

    @Override
    public ToolSpec spec() {
        return StandardTools.spec("open_group");
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        Look look = Look.of(arguments, scene);
        EventGroup group = find(look.arguments().needed("group"), scene);
        int max = look.arguments().number("max", MAX);
        Map<LineRef, Integer> shown = new LinkedHashMap<>();
        for (Exemplar exemplar : group.exemplars()) {
            LineRef all = exemplar.lines();
            long last = Math.min(all.last(), all.first() + MAX_OF_ONE - 1);
            for (long line = all.first(); line <= last; line++) {
                shown.put(LineRef.of(all.source(), line), 0);
            }
        }
        Hits hits = similar(group, look, max);
        if (hits != null) {
            hits.found().forEach(hit -> shown.putIfAbsent(hit.line(), hit.offset()));
        }
        LineList lines = new LineList(scene.evidence());
        lines.own(GroupLines.line(group));
        shown.entrySet().stream().limit(Math.max(max, MAX_OF_ONE)).forEach(e -> lines.add(e.getKey(), e.getValue()));
        return lines.output(
                "(" + group.count() + " events in all, some of them shown: narrow by from and to, raise max, "
                        + "or search for words of the template)");
    }

    private static EventGroup find(String fingerprint, ToolScene scene) {
        for (EventGroup group : scene.frame().groups()) {
            if (group.fingerprint().equals(fingerprint)) {
                return group;
            }
        }
        throw new ToolException("There is no such group: list_groups names them, v1: and 16 hex digits.");
    }

    private static @Nullable Hits similar(EventGroup group, Look look, int max) {
        LinePattern pattern = TemplatePattern.of(group.template().toString());
        return pattern == null ? null : look.evidence().search(look.query().words(pattern), max, look.deadline());
    }
}
