package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.evidence.Evidence.Entry;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.record.Level;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.List;

/** Shows what was logged around a moment. */
final class AroundTimeTool implements Tool {

    private static final int MAX = 30;
    private static final int SECONDS = 60;

    @Override
    public ToolSpec spec() {
        return StandardTools.spec("around_time");
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        Look look = Look.of(arguments, scene);
        Instant moment = look.neededTime("time");
        int seconds = look.arguments().number("seconds", SECONDS);
        Around around = Around.of(
                scene.evidence(),
                moment,
                seconds,
                look.arguments().level(Level.UNKNOWN),
                look.source(),
                look.arguments().number("max", MAX));
        LineList lines = new LineList(scene.evidence());
        for (Entry entry : around.chosen()) {
            lines.add(LineRef.of(entry.lines().source(), entry.lines().first()), 0);
        }
        return lines.output(more(around, seconds));
    }

    private static String more(Around around, int seconds) {
        List<Entry> chosen = around.chosen();
        if (chosen.isEmpty()) {
            return around.nearest() == null
                    ? "(no record of that kind has a time)"
                    : "(nothing within " + seconds + " seconds; the nearest record is at " + around.nearest() + ")";
        }
        long left = around.total() - chosen.size();
        return left == 0
                ? ""
                : "(" + left
                        + " more records in that time, the less severe and farther ones: fewer seconds, a level or "
                        + "a source shows them)";
    }
}
