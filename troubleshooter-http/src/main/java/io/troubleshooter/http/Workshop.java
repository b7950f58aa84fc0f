package io.troubleshooter.http;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.session.DiagnosisListener;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.telemetry.Telemetry;
import io.troubleshooter.http.work.Changes;
import io.troubleshooter.http.work.Lanes;
import io.troubleshooter.http.work.OneAnswer;
import io.troubleshooter.http.work.Questions;
import io.troubleshooter.http.work.Streams;
import java.time.Clock;

/** Where work is done: who works when, questions and their events; and how that comes to an end. */
final class Workshop {

    /** For what was told to stop. */
    private static final long LAST_MILLIS = 2_000;

    private final Limits limits;
    private final Lanes lanes;
    private final Changes changes;
    private final Questions questions;
    private final Streams streams;
    private final OneAnswer oneAnswer;

    Workshop(
            Limits limits,
            Documents documents,
            Workspaces workspaces,
            DiagnosisListener told,
            Engine engine,
            Instances instances,
            Clock clock) {
        this.limits = limits;
        this.lanes = new Lanes(limits);
        this.questions = new Questions(limits, lanes, documents, workspaces, told, engine::watched, instances, clock);
        this.changes = new Changes(lanes, workspaces, limits.patience());
        this.streams = new Streams(questions, limits);
        this.oneAnswer = new OneAnswer(lanes, engine::watched);
    }

    Lanes lanes() {
        return lanes;
    }

    Changes changes() {
        return changes;
    }

    Questions questions() {
        return questions;
    }

    Streams streams() {
        return streams;
    }

    OneAnswer oneAnswer() {
        return oneAnswer;
    }

    void showLoad(Telemetry telemetry) {
        telemetry.gauge(
                "tst.work.running",
                "Work on evidence and answers",
                () -> lanes.load().working() + lanes.load().models());
        telemetry.gauge(
                "tst.work.waiting",
                "Work that waits for its turn",
                () -> lanes.load().waiting() + lanes.load().modelsWaiting());
        telemetry.gauge("tst.streams.open", "Streams of events", streams::open);
    }

    /** Whether all work is done within so long; more may come meanwhile. */
    boolean awaitIdle(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        return lanes.awaitIdle(millis) && questions.awaitIdle(Math.max(0, (end - System.nanoTime()) / 1_000_000));
    }

    /** Takes nothing new, and lets what is at work end; what does not end in time is taken up at the next start. */
    void drain() {
        lanes.stop();
        long end = System.nanoTime() + limits.shutdown().toNanos();
        try {
            questions.stop(limits.shutdown().toMillis());
            if (!lanes.awaitIdle(Math.max(0, (end - System.nanoTime()) / 1_000_000))) {
                oneAnswer.stop();
                lanes.awaitIdle(LAST_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        streams.close();
    }
}
