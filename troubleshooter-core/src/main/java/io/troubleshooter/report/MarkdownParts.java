package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Moment;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sections that the report and the postmortem share. */
final class MarkdownParts {

    private MarkdownParts() {}

    static void timeline(Markdown out, int depth, IncidentFrame frame) {
        List<Moment> moments = frame.timeline().events();
        if (moments.isEmpty()) {
            return;
        }
        ZoneId zone = Words.zone(frame.time());
        out.heading(depth, "Timeline");
        out.row(List.of("time", "level", "line", "event")).row(List.of("---", "---", "---", "---"));
        for (Moment moment : moments) {
            String time = moment.time() == null ? "" : Words.moment(moment.time(), zone, true);
            String kind = moment.kind().isEmpty() ? "" : Markdown.escaped(moment.kind()) + ": ";
            out.row(List.of(
                    time,
                    moment.level().name(),
                    moment.line().toString(),
                    kind + Markdown.cell(moment.text().toString())));
        }
        out.gap();
    }

    static void runbook(Markdown out, Diagnosis diagnosis) {
        if (diagnosis.runbook().isEmpty()) {
            return;
        }
        out.heading(2, "Runbook");
        for (RunbookStep step : diagnosis.runbook()) {
            out.raw(step.step() + ". " + Markdown.escaped(step.action()) + " (" + Markdown.escaped(step.why()) + ")");
            out.raw(step.command() == null ? "\n" : ": " + Markdown.code(step.command()) + "\n");
        }
        out.gap();
    }

    static void items(Markdown out, int depth, String heading, List<String> items) {
        if (!items.isEmpty()) {
            out.heading(depth, heading);
            items.forEach(out::item);
            out.gap();
        }
    }

    static void command(Markdown out, @Nullable String command) {
        if (command != null) {
            out.fenced("sh", Columns.printable(command));
        }
    }
}
