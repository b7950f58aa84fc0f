package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceQuery;
import io.troubleshooter.evidence.LinePattern;
import io.troubleshooter.evidence.PatternException;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.record.Level;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call: what was asked for, in what, until when. */
record Look(Arguments arguments, ToolScene scene, Deadline deadline) {

    static Look of(JsonNode arguments, ToolScene scene) {
        return new Look(new Arguments(arguments), scene, new Deadline(scene.left()));
    }

    Evidence evidence() {
        return scene.evidence();
    }

    /** Source, time and level as given. */
    EvidenceQuery query() {
        return EvidenceQuery.ALL.in(source()).between(time("from"), time("to")).atLeast(arguments.level(Level.UNKNOWN));
    }

    /** The source named; null for all. */
    @Nullable
    String source() {
        String id = arguments.text("source");
        if (id != null && !evidence().sources().contains(id)) {
            throw new ToolException("There is no such source. There are: " + sources() + ".");
        }
        return id;
    }

    private String sources() {
        return evidence().sources().isEmpty()
                ? "none"
                : String.join(", ", evidence().sources());
    }

    /** A moment; null where none is given. */
    @Nullable
    Instant time(String name) {
        String text = arguments.text(name);
        if (text == null) {
            return null;
        }
        TimeRange range = scene.frame().time();
        if (range == null) {
            throw new ToolException("No line of the evidence has a time.");
        }
        Instant time = TimeWords.moment(text, range);
        if (time == null) {
            throw new ToolException("The argument " + name + " is no time: give 10:42, 10:42:05 or "
                    + "2026-11-20T10:42:05Z. The evidence goes from " + range.first() + " to " + range.last() + ".");
        }
        return time;
    }

    Instant neededTime(String name) {
        Instant time = time(name);
        if (time == null) {
            throw new ToolException("The argument " + name + " must not be blank.");
        }
        return time;
    }

    /** What to look for, by what makes it. */
    static LinePattern pattern(Supplier<LinePattern> maker) {
        try {
            return maker.get();
        } catch (PatternException unusable) {
            throw new ToolException("The pattern cannot be used: " + unusable.getMessage() + ".");
        }
    }
}
