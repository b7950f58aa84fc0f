package io.troubleshooter.cli.chat;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.input.LogSource;
import java.io.InputStream;
import java.util.List;

/** Takes evidence in and says what has come, and what rules make of it. */
final class Intake {

    private static final int MOST_NAMED = 5;
    private static final int NAME = 40;

    private final Desk desk;
    private final Console console;
    private final Talk talk;

    Intake(Desk desk, Console console, Talk talk) {
        this.desk = desk;
        this.console = console;
        this.talk = talk;
    }

    void files(List<String> files) {
        take(() -> {}, () -> files.forEach(file -> desk.read(talk.conversation(), file)));
    }

    void text(String text, String name) {
        take(() -> {}, () -> talk.conversation().add(LogSource.text(text, name)));
    }

    /** A pipe; Ctrl-C ends it. */
    void pipe(InputStream pipe) {
        EndableStream stream = new EndableStream(pipe);
        take(stream::end, () -> talk.conversation().add(LogSource.of(stream, "stdin")));
    }

    private void take(Runnable onInterrupt, Runnable reading) {
        Diagnosis before = talk.file().offline();
        try (Console.Busy busy = console.busy(onInterrupt)) {
            busy.status("reading");
            reading.run();
        } finally {
            Diagnosis after = talk.file().offline();
            tell(before, after);
        }
    }

    private void name(SourceSummary source) {
        String lines = Figures.count(source.lines(), "line");
        console.ink()
                .text(source.id() + "  ")
                .text(Printable.cut(source.name().toString(), NAME) + ": " + lines)
                .end();
    }

    private void tell(Diagnosis before, Diagnosis after) {
        List<SourceSummary> sources = after.frame().sources();
        int known = Math.min(before.frame().sources().size(), sources.size());
        List<SourceSummary> added = sources.subList(known, sources.size());
        if (added.isEmpty()) {
            return;
        }
        long removed =
                after.frame().redaction().total() - before.frame().redaction().total();
        added.stream().limit(MOST_NAMED).forEach(this::name);
        if (added.size() > MOST_NAMED) {
            console.ink().line(Figures.count(added.size() - MOST_NAMED, "more source") + ": /evidence");
        }
        console.ink().line(Figures.count(removed, "value") + " redacted.");
        if (known > 0 && same(before, after)) {
            console.ink().line("The offline diagnosis is as before.");
        } else {
            new DiagnosisView(console.ink()).brief(after, 3);
        }
    }

    private static boolean same(Diagnosis before, Diagnosis after) {
        List<String> causes =
                before.hypotheses().stream().map(Hypothesis::cause).toList();
        return before.verdict() == after.verdict()
                && causes.equals(
                        after.hypotheses().stream().map(Hypothesis::cause).toList());
    }
}
