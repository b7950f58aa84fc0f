package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.text.LineRef;

/** Shows lines by their numbers. */
final class ReadLinesTool implements Tool {

    private static final int MAX = 200;

    @Override
    public ToolSpec spec() {
        return StandardTools.spec("read_lines");
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        Look look = Look.of(arguments, scene);
        String source = look.source();
        if (source == null) {
            throw new ToolException("The argument source must not be blank.");
        }
        long lines = scene.evidence().lines(source);
        long first = look.arguments().line("first");
        if (first > lines) {
            throw new ToolException("The source has only " + lines + " lines.");
        }
        long asked = Math.max(first, look.arguments().line("last"));
        long last = Math.min(Math.min(asked, lines), first + MAX - 1);
        LineList list = new LineList(scene.evidence());
        list.add(new LineRef(source, first, last));
        return list.output(
                last < Math.min(asked, lines) ? "(" + MAX + " lines at most: go on from " + (last + 1) + ")" : null);
    }
}
