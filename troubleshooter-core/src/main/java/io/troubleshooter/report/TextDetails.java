package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.RunbookStep;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Anomaly;
import io.troubleshooter.frame.IncidentFrame.EventGroup;
import io.troubleshooter.frame.IncidentFrame.TraceGroup;
import java.util.List;

/** What {@code -v} adds: runbook, kinds of events, stack traces, anomalies. */
final class TextDetails {

    private static final int SHOWN = 25;
    private static final int INDENT = 4;

    private TextDetails() {}

    static void print(Page page, Diagnosis diagnosis) {
        if (diagnosis.verdict() != Diagnosis.Verdict.INSUFFICIENT_EVIDENCE) {
            runbook(page, diagnosis.runbook());
        }
        groups(page, diagnosis.frame().groups());
        traces(page, diagnosis.frame());
        anomalies(page, diagnosis.frame().anomalies());
    }

    private static void runbook(Page page, List<RunbookStep> steps) {
        heading(page, "RUNBOOK", steps.size());
        for (RunbookStep step : steps) {
            page.to(2).text(step.step() + ". ").prose(INDENT + 1, step.action()).end();
            if (step.command() != null) {
                page.to(INDENT + 1).styled(Style.CYAN, step.command()).end();
            }
            page.prose(INDENT + 1, "why: " + step.why()).end();
        }
    }

    private static void groups(Page page, List<EventGroup> groups) {
        heading(page, "KINDS OF EVENTS", groups.size());
        for (EventGroup group : groups.subList(0, Math.min(SHOWN, groups.size()))) {
            String count = Words.number(group.count());
            page.to(Math.max(2, 9 - count.length())).text(count);
            page.to(10).styled(Style.of(group.level()), group.level().name()).to(18);
            page.ref(group.first()).to(29);
            page.text(Columns.cut(
                            Columns.printable(group.template().toString()),
                            page.options().room(29)))
                    .end();
        }
        left(page, groups.size() - SHOWN);
    }

    private static void traces(Page page, IncidentFrame frame) {
        heading(page, "STACK TRACES", frame.traces().size());
        for (TraceGroup trace :
                frame.traces().subList(0, Math.min(SHOWN, frame.traces().size()))) {
            page.to(2).text(Words.number(trace.count()) + " x ").ref(trace.first());
            page.text("  "
                            + Columns.cut(
                                    Columns.printable(trace.cause().toString()),
                                    page.options().room(20)))
                    .end();
            if (trace.culprit() != null) {
                page.to(INDENT)
                        .text("at " + trace.culprit() + (trace.inApp() ? "" : "  (library)"))
                        .end();
            }
        }
        left(page, frame.traces().size() - SHOWN);
    }

    private static void anomalies(Page page, List<Anomaly> anomalies) {
        heading(page, "ANOMALIES", anomalies.size());
        for (Anomaly anomaly : anomalies.subList(0, Math.min(SHOWN, anomalies.size()))) {
            page.to(2).prose(2, anomaly.kind() + ": " + anomaly.description()).end();
        }
        left(page, anomalies.size() - SHOWN);
    }

    private static void heading(Page page, String heading, int entries) {
        if (entries > 0) {
            page.gap().styled(Style.BOLD, heading).end();
        }
    }

    private static void left(Page page, int hidden) {
        if (hidden > 0) {
            page.to(2).text("(" + hidden + " more: tst frame)").end();
        }
    }
}
