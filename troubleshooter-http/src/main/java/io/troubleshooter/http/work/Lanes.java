package io.troubleshooter.http.work;

import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shares the processors among callers and their sessions: so many work at one time, as many as {@code limits.queue} wait,
 * in turn, and more are told when to come again. Answers of models, which mostly wait for the network, have places of
 * their own. Thread-safe.
 */
public final class Lanes {

    private final Limits limits;
    private final Lane heavy;
    private final Lane models;
    private final Admission admission;
    private final Admission questions;
    private final Pace pace = new Pace();
    private final Pace answers = new Pace();
    private final Pace modelAnswers = new Pace();
    private volatile boolean stopping;

    public Lanes(Limits limits) {
        this.limits = limits;
        this.heavy = new Lane(limits.workers());
        this.models = new Lane(limits.models());
        this.admission = new Admission(limits.workers() + limits.queue());
        this.questions = new Admission(limits.workers() + limits.models() + limits.queue());
    }

    /**
     * What is going on.
     *
     * @param working at this moment, of {@code limits.workers}
     * @param waiting for a place to work
     * @param models answers in the making
     * @param modelsWaiting for one of {@code limits.models}
     */
    public record Load(int working, int waiting, int models, int modelsWaiting) {}

    /**
     * Works on the calling thread, when it is its turn; of one session, one after the other.
     *
     * @param session whose evidence is changed; empty for none
     * @throws ProblemException {@code busy} if too much is waiting already, or it waited for {@code limits.patience} in vain;
     *     {@code stopping}
     */
    public <T, E extends Exception> T run(Caller caller, String session, Work<T, E> work) throws E {
        return admitted(caller, () -> {
            Ticket ticket = place(heavy, caller, session);
            Place place = new Place(heavy, ticket, pace);
            try {
                return work.in(place);
            } finally {
                place.leave();
            }
        });
    }

    /** Works on the calling thread, in a place for answers of models. */
    <T> T ask(Caller caller, Supplier<T> work) {
        return this.<T, RuntimeException>admitted(caller, () -> {
            Ticket ticket = place(models, caller, "");
            try {
                return work.get();
            } finally {
                models.leave(ticket);
            }
        });
    }

    /** What may fail with something. */
    private interface Step<T, E extends Exception> {
        T take() throws E;
    }

    private <T, E extends Exception> T admitted(Caller caller, Step<T, E> step) throws E {
        if (stopping) {
            throw ProblemException.of(ProblemCode.STOPPING);
        }
        if (!admission.enter(caller.account())) {
            throw busy();
        }
        try {
            return step.take();
        } finally {
            admission.leave(caller.account());
        }
    }

    private Ticket place(Lane lane, Caller caller, String session) {
        CountDownLatch granted = new CountDownLatch(1);
        Ticket ticket = new Ticket(caller.account(), session, granted::countDown);
        lane.enter(ticket);
        boolean in = false;
        try {
            in = granted.await(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!in && lane.withdraw(ticket)) {
            throw busy();
        }
        return ticket;
    }

    private ProblemException busy() {
        return ProblemException.after(ProblemCode.BUSY, pace.untilFree(admission.in(), heavy.places()));
    }

    public Load load() {
        return new Load(heavy.running(), heavy.waiting(), models.running(), models.waiting());
    }

    /** From now on, new work is refused; what has begun goes on. */
    public void stop() {
        stopping = true;
    }

    public boolean stopping() {
        return stopping;
    }

    /** Waits for the work that requests wait for, at most so long. */
    public boolean awaitIdle(long millis) throws InterruptedException {
        return admission.awaitEmpty(millis);
    }

    /** Those that are at work or wait. */
    Admission questions() {
        return questions;
    }

    void answered(boolean model, long nanos) {
        (model ? modelAnswers : answers).took(nanos);
    }

    /** When a question may be expected to be answered. */
    Duration untilAnswered(boolean model) {
        return (model ? modelAnswers : answers).untilFree(questions.in(), (model ? models : heavy).places());
    }

    Lane heavy() {
        return heavy;
    }

    Lane models() {
        return models;
    }
}
