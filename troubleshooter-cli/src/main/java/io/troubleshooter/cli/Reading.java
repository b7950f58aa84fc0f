package io.troubleshooter.cli;

import io.troubleshooter.Analysis;
import org.jspecify.annotations.Nullable;

/** Reads inputs into an analysis; standard input in a thread of its own, so that it can be watched and left. */
final class Reading {

    private final Analysis analysis;
    private final Progress progress;
    private final Follower follower;

    Reading(Analysis analysis, Progress progress, Follower follower) {
        this.analysis = analysis;
        this.progress = progress;
        this.follower = follower;
    }

    void read(Inputs.Input input) {
        progress.reading(input);
        if (input.watched() == null) {
            analysis.read(input.source());
        } else {
            readWatched(input, input.watched());
        }
    }

    private void readWatched(Inputs.Input input, WatchedStream stream) {
        Attempt attempt = new Attempt(() -> analysis.read(input.source()));
        Thread reader = new Thread(attempt, "tst-reader");
        reader.setDaemon(true);
        reader.start();
        if (follower.watch(reader, stream, progress)) {
            attempt.rethrow();
        }
    }

    /** Carries what went wrong to the thread that waits. */
    private static final class Attempt implements Runnable {

        private final Runnable work;
        private volatile @Nullable Throwable failure;

        private Attempt(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
            } catch (RuntimeException | Error failed) {
                failure = failed;
            }
        }

        private void rethrow() {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }
    }
}
