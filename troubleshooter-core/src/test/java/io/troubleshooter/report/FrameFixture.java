package io.troubleshooter.report;

import static io.troubleshooter.report.Fixtures.text;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Anomaly;
import io.troubleshooter.frame.IncidentFrame.Bucket;
import io.troubleshooter.frame.IncidentFrame.Entity;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.Metric;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.frame.IncidentFrame.TimeRange;
import io.troubleshooter.frame.IncidentFrame.Timeline;
import io.troubleshooter.frame.IncidentFrame.TraceGroup;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactionSummary;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.rule.Rule;
import io.troubleshooter.text.LineRef;
import io.troubleshooter.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A frame in which every kind of content occurs. */
final class FrameFixture {

    private static final Instant START = Instant.parse("2026-11-20T09:41:07Z");
    private static final Exemplar EXEMPLAR = new Exemplar(
            LineRef.of("S2", 1184), START.plusSeconds(124), Level.ERROR, text(Fixtures.DISK_FULL), new Span(0, 10));

    private FrameFixture() {}

    static IncidentFrame frame() {
        return new IncidentFrame(
                sources(),
                new TimeRange(START, START.plusSeconds(1065), "UTC"),
                Fixtures.levels(),
                List.of(new Entity("pod", text("checkout-7d9f"), 12, List.of(LineRef.of("S1", 4)))),
                List.of(group("could not extend file <*>", Level.ERROR, 37), group("served <*>", Level.INFO, 40_000)),
                List.of(trace()),
                List.of(finding()),
                new Timeline(Duration.ofSeconds(30), buckets(), moments()),
                List.of(anomaly()),
                List.of(new Metric("duration", "ms", 9, 1, 20.5, 12, 80, 99.5, LineRef.of("S1", 77))),
                List.of(EXEMPLAR),
                new RedactionSummary(114, Map.of("ipv4", 114L)));
    }

    private static List<SourceSummary> sources() {
        return List.of(
                new SourceSummary(
                        "S1",
                        text("checkout.log"),
                        47_000,
                        5_000_000,
                        46_000,
                        3,
                        0,
                        Map.of("spring-boot", 46_000L),
                        List.of()),
                new SourceSummary(
                        "S2",
                        text("postgres.log"),
                        1_212,
                        90_000,
                        1_200,
                        0,
                        1,
                        Map.of("postgresql", 1_200L),
                        List.of("1 line longer than 1 MB was cut")));
    }

    private static EventGroup group(String template, Level level, long count) {
        return new EventGroup(
                "v1:0123456789abcdef",
                text(template),
                level,
                count,
                0,
                LineRef.of("S2", 1184),
                LineRef.of("S2", 1201),
                START.plusSeconds(124),
                START.plusSeconds(900),
                List.of(EXEMPLAR));
    }

    private static TraceGroup trace() {
        return new TraceGroup(
                "v1:fedcba9876543210",
                "java",
                List.of(text("java.lang.IllegalStateException"), text("org.postgresql.util.PSQLException")),
                text("org.postgresql.util.PSQLException: could not extend file"),
                text("com.example.Checkout.save(Checkout.java:41)"),
                true,
                2_310,
                LineRef.of("S1", 20417),
                START.plusSeconds(125),
                EXEMPLAR);
    }

    private static Finding finding() {
        return new Finding(
                "database/disk-full",
                Rule.Kind.CAUSE,
                37,
                LineRef.of("S2", 1184),
                LineRef.of("S2", 1201),
                START.plusSeconds(124),
                START.plusSeconds(900),
                Level.ERROR,
                List.of(EXEMPLAR),
                Map.of("path", text("base/16384/24601")));
    }

    private static List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        long[] errors = {0, 0, 0, 0, 1, 90, 99, 100, 60, 60, 40, 40, 10, 10, 10, 10, 1, 0, 0, 0};
        for (int i = 0; i < errors.length; i++) {
            buckets.add(new Bucket(START.plusSeconds(i * 30L), 1_000, 20, errors[i]));
        }
        return buckets;
    }

    private static List<Moment> moments() {
        return List.of(
                moment("", 111, Level.WARN, LineRef.of("S2", 1170), "checkpoints are occurring too frequently"),
                moment("first-error", 124, Level.ERROR, LineRef.of("S2", 1184), "could not extend file: No space left"),
                moment("burst", 153, Level.ERROR, LineRef.of("S1", 20533), "connection is not available, timed out"),
                moment("restart", 358, Level.INFO, LineRef.of("S1", 31002), "Starting CheckoutApplication"));
    }

    private static Moment moment(String kind, int seconds, Level level, LineRef line, String text) {
        return new Moment(kind, START.plusSeconds(seconds), level, line, text(text));
    }

    private static Anomaly anomaly() {
        return new Anomaly(
                "rate-change",
                text("could not extend file <*>"),
                START.plusSeconds(124),
                LineRef.of("S2", 1184),
                12.5,
                "Poisson rate test",
                "From 0 to 37 a minute at 09:43");
    }
}
