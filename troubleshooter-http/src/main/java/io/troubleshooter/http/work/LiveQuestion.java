package io.troubleshooter.http.work;

import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.work.Question.Asker;
import io.troubleshooter.http.work.Question.State;
import io.troubleshooter.model.Cancellation;

/** A question that is not over: what is known of it now, and the way to stop it. Thread-safe. */
final class LiveQuestion {

    private final EventLog log;
    private final AnswerEvents events;
    private final Cancellation cancellation = new Cancellation();
    private volatile Question now;
    private volatile boolean lost;

    /** @param before id of events of an earlier log about it */
    LiveQuestion(Question question, long before) {
        this.now = question;
        this.log = new EventLog(before);
        this.events = new AnswerEvents(log);
        events.status(State.QUEUED, "queued");
    }

    Question now() {
        return now;
    }

    void becomes(Question next) {
        now = next;
    }

    /** Another worker answers it: what is done here counts no more, and who watches is to come back. */
    void lose() {
        lost = true;
        cancellation.withdraw();
        log.close();
    }

    boolean lost() {
        return lost;
    }

    EventLog log() {
        return log;
    }

    AnswerEvents events() {
        return events;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Who asked, as a caller; what they showed is not kept. */
    Caller caller() {
        Asker asker = now.asker();
        return new Caller(asker.project(), asker.user(), asker.role(), Caller.Means.TOKEN, "question");
    }
}
