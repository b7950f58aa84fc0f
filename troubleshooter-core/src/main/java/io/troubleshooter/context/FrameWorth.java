package io.troubleshooter.context;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.rule.Rule;
import io.troubleshooter.text.LineRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lines are worth by what the frame and the offline diagnosis make of them. */
final class FrameWorth {

    private static final double BEST = 12;
    private static final double PER_RANK = 0.7;
    private static final double PER_CITATION = 1.5;
    private static final int FEW = 5;
    private static final Duration SHORTLY = Duration.ofMinutes(2);

    private final IncidentFrame frame;
    private final Worth worth;
    private final @Nullable Instant firstError;

    FrameWorth(IncidentFrame frame, Worth worth) {
        this.frame = frame;
        this.worth = worth;
        this.firstError = firstError(frame);
    }

    private static @Nullable Instant firstError(IncidentFrame frame) {
        Instant first = null;
        for (EventGroup group : frame.groups()) {
            Instant time = group.firstTime();
            boolean counts = group.level().isError() && group.harmless() < group.count();
            if (counts && time != null && (first == null || time.isBefore(first))) {
                first = time;
            }
        }
        return first;
    }

    void add(Diagnosis offline) {
        for (Hypothesis hypothesis : offline.hypotheses()) {
            addHypothesis(hypothesis);
        }
        frame.findings().forEach(this::addFinding);
        frame.groups().forEach(this::addGroup);
        frame.traces().forEach(this::addTrace);
        for (Exemplar near : frame.context()) {
            addFirstLine(near, near.level().isAtLeast(Level.WARN) ? 4 : 2, 1);
        }
        addMoments();
    }

    private void addHypothesis(Hypothesis hypothesis) {
        double value = BEST - PER_RANK * hypothesis.rank();
        for (Citation citation : hypothesis.citations()) {
            worth.add(citation.lines().source(), citation.lines().first(), Math.max(3, value), citation.count());
            value -= PER_CITATION;
        }
    }

    private void addFinding(Finding finding) {
        if (finding.kind() == Rule.Kind.NOISE) {
            return;
        }
        double value = finding.kind() == Rule.Kind.CAUSE ? 8 : 5;
        for (Exemplar exemplar : finding.exemplars()) {
            worth.add(exemplar.lines().source(), markedLine(exemplar), value, finding.count());
            value -= PER_CITATION;
        }
    }

    /** The line of the exemplar on which its highlight begins. */
    private static long markedLine(Exemplar exemplar) {
        int until = exemplar.highlight() == null ? 0 : exemplar.highlight().start();
        return exemplar.lines().first() + Math.min(breaks(exemplar.text(), until), span(exemplar.lines()));
    }

    private static long span(LineRef lines) {
        return lines.last() - lines.first();
    }

    private static long breaks(RedactedText text, int end) {
        long breaks = 0;
        for (int i = 0; i < Math.min(end, text.length()); i++) {
            breaks += text.byteAt(i) == '\n' ? 1 : 0;
        }
        return breaks;
    }

    private void addGroup(EventGroup group) {
        double value = value(group);
        for (Exemplar exemplar : group.exemplars()) {
            double worthNow = value + (isShortlyBeforeFirstError(exemplar.time()) ? 2 : 0);
            addFirstLine(exemplar, worthNow, group.count());
            addTellingLines(exemplar, worthNow - 1);
            value -= group.count() <= FEW ? 0.5 : 3;
        }
        if (group.count() > 1 && group.count() <= FEW) {
            double again = value + (isShortlyBeforeFirstError(group.lastTime()) ? 2 : 0);
            worth.add(group.last().source(), group.last().first(), again, group.count());
        }
    }

    private double value(EventGroup group) {
        double value = severity(group.level());
        value += group.count() == 1 ? 1 : group.count() <= FEW ? 0.5 : 0;
        value += TellingWords.in(group.template()) * 1.5;
        return value - 5.0 * group.harmless() / Math.max(1, group.count());
    }

    private static double severity(Level level) {
        return switch (level) {
            case FATAL -> 7;
            case ERROR -> 6;
            case WARN -> 3.5;
            case UNKNOWN -> 2;
            case INFO -> 1;
            case DEBUG, TRACE -> 0.5;
        };
    }

    /** Shortly before or with the first error, and not at the very beginning. */
    private boolean isShortlyBeforeFirstError(@Nullable Instant time) {
        IncidentFrame.TimeRange range = frame.time();
        return time != null
                && firstError != null
                && range != null
                && time.isAfter(range.first())
                && !time.isBefore(firstError.minus(SHORTLY))
                && !time.isAfter(firstError.plusSeconds(10));
    }

    private void addTrace(IncidentFrame.TraceGroup trace) {
        long at = 0;
        for (RedactedText line : lines(trace.exemplar())) {
            String text = line.toString();
            boolean root = text.contains(firstLine(trace.cause().toString()));
            boolean culprit =
                    trace.culprit() != null && text.contains(trace.culprit().toString());
            worth.add(
                    trace.first().source(),
                    trace.exemplar().lines().first() + at++,
                    root ? 7 : culprit ? 4.5 : 0,
                    trace.count());
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Lines after the first that speak of a failure, such as those of a build's or a tool's output. */
    private void addTellingLines(Exemplar exemplar, double value) {
        List<RedactedText> lines = lines(exemplar);
        double left = value;
        for (int i = 1; i < lines.size() && lines.size() == span(exemplar.lines()) + 1; i++) {
            if (TellingWords.in(lines.get(i)) > 0) {
                worth.add(exemplar.lines().source(), exemplar.lines().first() + i, left, 1);
                left -= 0.5;
            }
        }
    }

    private static List<RedactedText> lines(Exemplar exemplar) {
        RedactedText text = exemplar.text();
        List<RedactedText> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.byteAt(i) == '\n') {
                lines.add(text.slice(start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    private void addFirstLine(Exemplar exemplar, double value, long count) {
        worth.add(exemplar.lines().source(), exemplar.lines().first(), value, count);
    }

    private void addMoments() {
        for (IncidentFrame.Moment moment : frame.timeline().events()) {
            double value = switch (moment.kind()) {
                case "first-error" -> 7;
                case "restart", "deploy" -> 5;
                default -> 3.5;
            };
            worth.add(moment.line().source(), moment.line().first(), value);
        }
        for (IncidentFrame.Anomaly anomaly : frame.anomalies()) {
            LineRef line = anomaly.line();
            if (line != null) {
                worth.add(line.source(), line.first(), anomaly.kind().equals("new-template") ? 4 : 3);
            }
        }
    }
}
