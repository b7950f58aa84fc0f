package io.troubleshooter.http.work;

import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Role;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question to a session, as it is kept.
 *
 * @param number in its session, from 1
 * @param text redacted; null to ask only what broke
 * @param model whether a model is asked
 * @param turn of the conversation that holds the answer; 0 before it has begun
 * @param attempts how often its answering was begun
 * @param events id of the last event that told of it; before it is over, of the last event of an earlier run
 * @param problem what it failed with; null otherwise
 * @param worker the instance that answers it; empty for whichever comes first
 */
public record Question(
        String session,
        int number,
        @Nullable String text,
        boolean model,
        State state,
        Asker asker,
        Instant asked,
        @Nullable Instant started,
        @Nullable Instant finished,
        int turn,
        int attempts,
        long events,
        @Nullable Failure problem,
        String worker) {

    /** What has become of it. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        public boolean over() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }

        /** As programs see it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who asked, to be able to go on after a restart. */
    public record Asker(String project, String user, Role role) {

        static Asker of(Caller caller) {
            return new Asker(caller.project(), caller.user(), caller.role());
        }
    }

    /**
     * Why there is no answer.
     *
     * @param code of a {@link io.troubleshooter.http.problem.ProblemCode}
     */
    public record Failure(String code, String detail) {}

    /** Anew. */
    static Question create(
            String session, int number, @Nullable String text, boolean model, Asker asker, Instant now, String worker) {
        return new Question(session, number, text, model, State.QUEUED, asker, now, null, null, 0, 0, 0, null, worker);
    }

    /** Opaque to callers; unique in its session. */
    public String id() {
        return "q" + number;
    }

    public String account() {
        return asker.project() + "/" + asker.user();
    }

    String place() {
        return session + "/" + number;
    }

    Question begun(Instant now, int inTurn) {
        return new Question(
                session,
                number,
                text,
                model,
                State.RUNNING,
                asker,
                asked,
                now,
                null,
                inTurn,
                attempts + 1,
                events,
                null,
                worker);
    }

    /** Waits again, for another worker; the next events come after the given id. */
    Question after(long event, String other) {
        return new Question(
                session,
                number,
                text,
                model,
                State.QUEUED,
                asker,
                asked,
                null,
                null,
                turn,
                attempts,
                event,
                null,
                other);
    }

    /** As if this attempt had not been. */
    Question handedBack() {
        return new Question(
                session,
                number,
                text,
                model,
                State.QUEUED,
                asker,
                asked,
                null,
                null,
                0,
                attempts - 1,
                events,
                null,
                "");
    }

    /** For whichever worker comes first, before it has begun. */
    Question left() {
        return after(events, "");
    }

    Question over(State end, Instant now, long lastEvent, @Nullable Failure why) {
        return new Question(
                session, number, text, model, end, asker, asked, started, now, turn, attempts, lastEvent, why, worker);
    }
}
