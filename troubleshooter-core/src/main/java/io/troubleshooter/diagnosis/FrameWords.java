package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.rule.Finding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a frame states, as one text: its lines, names, counts, metrics and times. */
final class FrameWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final IncidentFrame frame;
    private final ZoneId zone;
    private final StringBuilder out = new StringBuilder();

    private FrameWords(IncidentFrame frame) {
        this.frame = frame;
        this.zone = zone(frame.time());
    }

    static String of(IncidentFrame frame) {
        FrameWords words = new FrameWords(frame);
        words.addAll();
        return words.out.toString();
    }

    private static ZoneId zone(IncidentFrame.@Nullable TimeRange time) {
        try {
            return time == null ? ZoneOffset.UTC : ZoneId.of(time.zone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private void addAll() {
        addSources();
        frame.levels().values().forEach(this::add);
        for (IncidentFrame.Entity entity : frame.entities()) {
            add(entity.value());
            add(entity.count());
        }
        frame.groups().forEach(this::add);
        frame.traces().forEach(this::add);
        frame.findings().forEach(this::add);
        addTimeline();
        frame.metrics().forEach(this::add);
        add(frame.context());
    }

    private void addSources() {
        for (IncidentFrame.SourceSummary source : frame.sources()) {
            add(source.name());
            add(source.lines());
            add(source.records());
            source.formats().forEach((format, count) -> add(format + ' ' + count));
        }
        IncidentFrame.TimeRange time = frame.time();
        add(time == null ? null : time.first());
        add(time == null ? null : time.last());
    }

    private void addTimeline() {
        for (IncidentFrame.Moment moment : frame.timeline().events()) {
            add(moment.time());
            add(moment.text());
        }
        for (IncidentFrame.Anomaly anomaly : frame.anomalies()) {
            add(anomaly.time());
            add(anomaly.description());
        }
    }

    private void add(IncidentFrame.EventGroup group) {
        add(group.template());
        add(group.count());
        add(group.firstTime());
        add(group.lastTime());
        add(group.exemplars());
    }

    private void add(IncidentFrame.TraceGroup trace) {
        trace.types().forEach(this::add);
        add(trace.cause());
        add(trace.count());
        add(trace.firstTime());
        add(List.of(trace.exemplar()));
    }

    private void add(Finding finding) {
        add(finding.rule());
        add(finding.count());
        add(finding.firstTime());
        add(finding.lastTime());
        finding.captures().values().forEach(this::add);
        add(finding.exemplars());
    }

    private void add(IncidentFrame.Metric metric) {
        add(metric.name());
        for (double value : new double[] {metric.min(), metric.mean(), metric.p50(), metric.p95(), metric.max()}) {
            add(number(value) + metric.unit());
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private void add(List<Exemplar> exemplars) {
        for (Exemplar exemplar : exemplars) {
            add(exemplar.text());
            add(exemplar.time());
        }
    }

    private void add(@Nullable Instant time) {
        if (time != null) {
            add((Object) TIME.format(time.atZone(zone)));
        }
    }

    private void add(Object text) {
        out.append(text).append('\n');
    }
}
