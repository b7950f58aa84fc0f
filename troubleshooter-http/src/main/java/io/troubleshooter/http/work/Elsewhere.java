package io.troubleshooter.http.work;

import io.troubleshooter.guard.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Questions that other instances answer, as far as they matter here, and what others are told of those that are answered
 * here. Where stores are not shared, there are none, and nothing is read or written. Thread-safe.
 */
final class Elsewhere {

    /** By then, whoever answered it has kept all of its events. */
    private static final Duration STILL_KEEPING = Duration.ofSeconds(2);

    private final boolean shared;
    private final SharedEvents events;
    private final Mirrors mirrors;
    private final SharedLine line;
    private final Clock clock;

    Elsewhere(boolean shared, Documents documents, QuestionStore store, int questionsPerSession, Clock clock) {
        this.shared = shared;
        this.events = new SharedEvents(documents, clock);
        this.mirrors = new Mirrors(documents, store, clock);
        this.line = new SharedLine(store, questionsPerSession);
        this.clock = clock;
    }

    /** Lets others see what happens to it. */
    void tell(LiveQuestion question) {
        if (shared) {
            events.add(question);
        }
    }

    /** Nothing happens to it here any more. */
    void told(LiveQuestion question) {
        if (shared) {
            events.end(question);
        }
    }

    /** Whether it is the turn of a question: those asked before it in its session are over, wherever they are answered. */
    boolean isNothingBefore(LiveQuestion question) {
        try {
            return !shared || !line.isAnyBefore(question.now());
        } catch (RuntimeException unavailable) {
            return false; // it is looked at again
        }
    }

    /** How many of a session are not over. */
    int waiting(String session, Desk desk) {
        return shared ? line.size(session) : desk.of(session).size();
    }

    /** Place among those that wait in the session, from 1; 0 for one that does not wait. */
    int position(Question question, @Nullable LiveQuestion live, Desk desk) {
        if (!shared) {
            return live == null ? 0 : desk.position(live);
        }
        return question.state() == Question.State.QUEUED ? line.position(question) : 0;
    }

    /** The events of a question that is not answered here; null where they have to be told from what is stored. */
    @Nullable
    EventLog events(Question question) {
        if (!shared) {
            return null;
        }
        EventLog ended = question.state().over() ? mirrors.ofEnded(question) : null;
        return ended == null && isFresh(question) ? mirrors.of(question) : ended;
    }

    private boolean isFresh(Question question) {
        Instant finished = question.finished();
        return finished == null || finished.plus(STILL_KEEPING).isAfter(clock.instant());
    }

    /** Tells, and hears, what has come since the last time. */
    void follow() {
        events.keep();
        mirrors.read();
    }

    void forget(String session) {
        if (shared) {
            events.forget(session);
            mirrors.forget(session);
            line.forget(session);
        }
    }

    void close() {
        events.keep();
        mirrors.close();
    }
}
