package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.evidence.Hits;
import io.troubleshooter.evidence.LinePattern;
import io.troubleshooter.model.ToolSpec;

/** Finds lines by words or by a regex. */
final class SearchTool implements Tool {

    private static final int MAX = 20;

    @Override
    public ToolSpec spec() {
        return StandardTools.spec("search");
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        Look look = Look.of(arguments, scene);
        String words = look.arguments().needed("query");
        boolean regex = "regex".equals(look.arguments().text("kind"));
        LinePattern pattern = Look.pattern(() -> regex ? LinePattern.regex(words) : LinePattern.literal(words));
        int max = look.arguments().number("max", MAX);
        Hits hits = scene.evidence().search(look.query().words(pattern), max, look.deadline());
        LineList lines = new LineList(scene.evidence());
        hits.found().forEach(hit -> lines.add(hit.line(), hit.offset()));
        return lines.output(more(hits));
    }

    private static String more(Hits hits) {
        String stopped = hits.stopped() ? " The search was stopped before its end, for want of time." : "";
        if (hits.total() == 0) {
            return "(no line matches)" + stopped;
        }
        long left = hits.total() - hits.found().size();
        return left == 0
                ? stopped.strip()
                : "(" + left + " more lines match: narrow by source, from, to or level, or raise max)" + stopped;
    }
}
