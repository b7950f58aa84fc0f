package io.troubleshooter.cli.chat;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.Moment;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.CaseFile;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evidence in parts, as they are asked for. */
final class EvidenceView {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int MOST_GROUPS = 20;
    private static final int MOST_LINES = 200;

    private final Ink ink;

    EvidenceView(Ink ink) {
        this.ink = ink;
    }

    void sources(IncidentFrame frame) {
        if (frame.sources().isEmpty()) {
            ink.line("There is no evidence yet: /add FILE, or paste lines.");
            return;
        }
        for (SourceSummary source : frame.sources()) {
            String formats = String.join(", ", source.formats().keySet());
            ink.text(source.id(), Style.BOLD).to(5);
            ink.rest(source.name().toString(), Figures.count(source.lines(), "line"));
            ink.end();
            ink.to(5).rest(formats.isEmpty() ? "no known format" : formats).end();
            source.notes().forEach(note -> ink.to(5).prose(5, note));
        }
        IncidentFrame.TimeRange time = frame.time();
        ink.line(
                time == null ? "no times found" : DAY.format(time.first()) + " to " + DAY.format(time.last()) + " UTC");
    }

    void groups(IncidentFrame frame) {
        int shown = 0;
        for (EventGroup group : frame.groups()) {
            if (shown++ < MOST_GROUPS) {
                ink.text(group.level().name(), style(group.level().isError())).to(6);
                String count = Figures.number(group.count());
                ink.to(Math.max(7, 14 - count.length())).text(count + " x  ");
                ink.rest(group.template().toString(), group.first().toString()).end();
            }
        }
        if (frame.groups().size() > MOST_GROUPS) {
            ink.line(frame.groups().size() - MOST_GROUPS + " more kinds; the report has them: /report FILE.json");
        } else if (shown == 0) {
            ink.line("There are no lines yet.");
        }
    }

    void timeline(IncidentFrame frame) {
        if (frame.timeline().events().isEmpty()) {
            ink.line("Nothing stands out in time.");
        }
        for (Moment moment : frame.timeline().events()) {
            ink.text(clock(moment.time()))
                    .text("  ")
                    .text(moment.level().name(), style(moment.level().isError()));
            ink.to(16)
                    .rest(moment.text().toString(), moment.line() + "  " + moment.kind())
                    .end();
        }
    }

    private static Style style(boolean error) {
        return error ? Style.RED : Style.PLAIN;
    }

    private static String clock(@Nullable Instant time) {
        return time == null ? "--:--:--" : CLOCK.format(time);
    }

    void redacted(IncidentFrame frame) {
        ink.line(Figures.count(frame.redaction().total(), "value") + " removed before anything else was done.");
        for (Map.Entry<String, Long> kind : frame.redaction().byKind().entrySet()) {
            String count = Figures.number(kind.getValue());
            ink.to(Math.max(2, 10 - count.length()))
                    .text(count + "  " + kind.getKey())
                    .end();
        }
    }

    /** The lines themselves, not cut: the terminal wraps them. */
    void lines(CaseFile file, LineRef asked) {
        long end = Math.min(asked.last(), file.evidence().lines(asked.source()));
        if (end < asked.first()) {
            ink.line("There is no " + asked + "; /evidence lists what there is.");
            return;
        }
        long last = Math.min(end, asked.first() + MOST_LINES - 1);
        int digits = Long.toString(last).length();
        for (long line = asked.first(); line <= last; line++) {
            RedactedText text = file.evidence().text(LineRef.of(asked.source(), line));
            String number = Long.toString(line);
            ink.to(1 + digits - number.length()).text(number + " | ");
            ink.text(text == null ? "(not kept)" : text.toString()).end();
        }
        if (last < end) {
            LineRef rest = new LineRef(asked.source(), last + 1, end);
            ink.line(Figures.count(end - last, "more line") + ": /show " + rest);
        }
    }

    /** A tool's output. */
    void output(RedactedText output) {
        output.toString().lines().forEach(line -> ink.to(2).text(line).end());
    }
}
