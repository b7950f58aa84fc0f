package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Entity;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.frame.IncidentFrame.Timeline;
import io.troubleshooter.frame.IncidentFrame.TraceGroup;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.redact.Redactor;
import io.troubleshooter.rule.RuleMatcher;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds small frames for tests line by line: every line is a record and a group of its own. */
final class Frames {

    static final Instant START = Instant.parse("2026-11-20T09:43:00Z");
    private static final Redactor REDACTOR = Redactor.create();

    private final RuleSet rules;
    private final RuleMatcher matcher;
    private final List<EventGroup> groups = new ArrayList<>();
    private final List<TraceGroup> traces = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();
    private final Map<Level, Long> levels = new EnumMap<>(Level.class);
    private @Nullable Instant firstTime;
    private @Nullable Instant lastTime;
    private long line;

    private Frames(RuleSet rules) {
        this.rules = rules;
        this.matcher = new RuleMatcher(rules, 3);
    }

    static Frames with(RuleSet rules) {
        return new Frames(rules);
    }

    static RedactedText text(String text) {
        return REDACTOR.redact(text);
    }

    /** A line without time and level, as in a paste. */
    Frames plain(String text) {
        return add(null, Level.UNKNOWN, text);
    }

    /** A line {@code second} seconds after the start. */
    Frames at(int second, Level level, String text) {
        return add(START.plusSeconds(second), level, text);
    }

    Frames many(int count, int second, Level level, String text) {
        for (int i = 0; i < count; i++) {
            at(second, level, text);
        }
        return this;
    }

    Frames entity(String kind, String value, long count) {
        entities.add(new Entity(kind, text(value), count, List.of(LineRef.of("S1", 1))));
        return this;
    }

    Frames trace(int second, String cause, String culprit) {
        at(second, Level.ERROR, cause);
        Exemplar exemplar = groups.get(groups.size() - 1).exemplars().get(0);
        traces.add(new TraceGroup(
                "v1:0",
                "java",
                List.of(text("E")),
                text(cause),
                text(culprit),
                true,
                1,
                exemplar.lines(),
                exemplar.time(),
                exemplar));
        return this;
    }

    private Frames add(@Nullable Instant time, Level level, String text) {
        RedactedText message = text(text);
        LineRef at = LineRef.of("S1", ++line);
        LogRecord record = new LogRecord(at, null, "plain", time, level, null, message, List.of(), Map.of(), null);
        matcher.accept(record, (int) line);
        levels.merge(level, 1L, Long::sum);
        if (time != null) {
            firstTime = firstTime == null ? time : firstTime;
            lastTime = time;
        }
        if (groups.size() < 500) {
            Exemplar exemplar = new Exemplar(at, time, level, message, null);
            groups.add(new EventGroup("v1:" + line, message, level, 1, 0, at, at, time, time, List.of(exemplar)));
        }
        return this;
    }

    IncidentFrame frame() {
        SourceSummary source =
                new SourceSummary("S1", text("app.log"), line, line * 80, line, 0, 0, Map.of(), List.of());
        TimeRange range = firstTime == null || lastTime == null ? null : new TimeRange(firstTime, lastTime, "UTC");
        return new IncidentFrame(
                List.of(source),
                range,
                levels,
                entities,
                groups,
                traces,
                matcher.findings(),
                new Timeline(null, List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                RedactionSummary.NONE);
    }

    Diagnosis diagnose() {
        return new OfflineDiagnostician(rules).diagnose(frame(), null, 0);
    }

    Diagnosis diagnose(String question) {
        return new OfflineDiagnostician(rules).diagnose(frame(), text(question), 0);
    }
}
