package io.troubleshooter.cli;

import io.troubleshooter.Analysis;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.report.Report;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Waits for standard input to end. While it does not ({@code tail -f app.log | tst}), tells on stderr what has been
 * found so far: a whole report once the stream has gone quiet, then only what is new. Ctrl-C ends the reading.
 */
final class Follower {

    private static final int QUIET_MILLIS = 3_000;
    private static final int LOOK_MILLIS = 200;

    private final Analysis analysis;
    private final @Nullable Report report;
    private final PrintStream err;
    private final @Nullable String question;
    private final Set<String> told = new HashSet<>();
    private @Nullable Verdict verdict;
    private long bytesSeen;

    /** @param report for the findings so far; null where nobody watches */
    Follower(Analysis analysis, @Nullable Report report, PrintStream err, @Nullable String question) {
        this.analysis = analysis;
        this.report = report;
        this.err = err;
        this.question = question;
    }

    /** Returns whether the input ended by itself. */
    boolean watch(Thread reader, WatchedStream stream, Progress progress) {
        try (Interrupts interrupts = Interrupts.catchFirst()) {
            while (!interrupts.happened()) {
                reader.join(LOOK_MILLIS);
                if (!reader.isAlive()) {
                    return true;
                }
                if (report != null) {
                    look(report, stream, progress);
                }
            }
        } catch (InterruptedException ctrlC) {
            Thread.interrupted();
        }
        if (report != null) {
            err.println();
        }
        return false;
    }

    private void look(Report interim, WatchedStream stream, Progress progress) {
        boolean quietAtLast = verdict == null && stream.quietMillis() >= QUIET_MILLIS;
        boolean more = verdict != null && stream.quietMillis() >= LOOK_MILLIS;
        if (stream.bytes() > bytesSeen && (quietAtLast || more)) {
            bytesSeen = stream.bytes();
            progress.hide();
            tell(interim, analysis.diagnose(question));
        }
    }

    private void tell(Report interim, Diagnosis diagnosis) {
        if (verdict == null) {
            err.print("SO FAR\n" + interim.render(diagnosis)
                    + "\nStill reading. Ctrl-C ends it and prints the report.\n");
            remember(diagnosis);
        } else {
            changes(diagnosis);
        }
        verdict = diagnosis.verdict();
        err.flush();
    }

    private void changes(Diagnosis diagnosis) {
        if (diagnosis.verdict() != verdict) {
            err.println("verdict changed: " + Printable.line(diagnosis.summary()));
        }
        for (Hypothesis hypothesis : diagnosis.hypotheses()) {
            if (told.add(hypothesis.cause())) {
                String place = hypothesis.citations().isEmpty()
                        ? ""
                        : "  " + hypothesis.citations().get(0).lines();
                err.println("+ new: " + Printable.line(hypothesis.title()) + place);
            }
        }
    }

    private void remember(Diagnosis diagnosis) {
        diagnosis.hypotheses().forEach(hypothesis -> told.add(hypothesis.cause()));
    }
}
