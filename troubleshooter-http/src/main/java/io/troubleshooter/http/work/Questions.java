package io.troubleshooter.http.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.DiagnosisListener;
import io.troubleshooter.http.session.SessionCleaner;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.work.Question.Asker;
import io.troubleshooter.http.work.Question.State;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions to sessions: accepted at once and stored, answered in turn, also after a restart in the middle. Whoever asked
 * may leave and come back. Thread-safe.
 */
public final class Questions implements SessionCleaner {

    /** Events of what follows a restart have ids beyond all from before it. */
    private static final long IDS_OF_A_RUN = 1_000_000;

    /** One that was in work so often when the service ended is not tried again: it may be what ended it. */
    private static final int MOST_ATTEMPTS = 2;

    private final Limits limits;
    private final Lanes lanes;
    private final Clock clock;
    private final QuestionStore store;
    private final Answering answering;
    private final Desk desk;
    private final EventLogs logs;
    private final Object asking = new Object();

    public Questions(
            Limits limits,
            Lanes lanes,
            Documents documents,
            Workspaces workspaces,
            DiagnosisListener told,
            AnswerWatch watch,
            Clock clock) {
        this.limits = limits;
        this.lanes = lanes;
        this.clock = clock;
        this.store = new QuestionStore(documents);
        this.answering = new Answering(workspaces, store, told, watch, clock);
        this.logs = new EventLogs(clock);
        this.desk = new Desk(lanes, this::answer);
    }

    private void answer(LiveQuestion live) {
        try {
            answering.answer(live);
        } finally {
            over(live);
        }
    }

    private void over(LiveQuestion live) {
        lanes.questions().leave(live.now().account());
        if (live.now().state().over()) {
            logs.keep(live.now().place(), live.log());
        }
    }

    /**
     * Takes a question. When this returns, it is stored.
     *
     * @param text as the user typed it; null to ask only what broke
     * @throws ProblemException {@code too_many_questions} where enough wait in the session; {@code busy}, {@code stopping}
     */
    public Question ask(Caller caller, Workspace workspace, @Nullable String text, boolean model) {
        if (lanes.stopping()) {
            throw ProblemException.of(ProblemCode.STOPPING);
        }
        String redacted = text == null || text.isBlank()
                ? null
                : workspace.conversation().redact(text).toString();
        synchronized (asking) {
            if (desk.of(workspace.id()).size() > limits.questionsPerSession()) {
                throw ProblemException.after(ProblemCode.TOO_MANY_QUESTIONS, lanes.untilAnswered(model));
            }
            if (!lanes.questions().enter(caller.account())) {
                throw ProblemException.after(ProblemCode.BUSY, lanes.untilAnswered(model));
            }
            return accepted(Asker.of(caller), workspace.id(), redacted, model);
        }
    }

    private Question accepted(Asker asker, String session, @Nullable String text, boolean model) {
        try {
            Question question =
                    store.add(session, number -> Question.create(session, number, text, model, asker, clock.instant()));
            desk.add(new LiveQuestion(question, 0));
            return question;
        } catch (RuntimeException unavailable) {
            lanes.questions().leave(asker.project() + "/" + asker.user());
            throw ProblemException.of(ProblemCode.STORE_UNAVAILABLE);
        }
    }

    /** Takes up again what was not over when the service ended. To be called once, before requests are taken. */
    public void takeUp() {
        List<Question> open = store.open().stream()
                .sorted(Comparator.comparing(Question::asked).thenComparing(Question::number))
                .toList();
        for (Question question : open) {
            long before = (question.events() / IDS_OF_A_RUN + 1) * IDS_OF_A_RUN;
            Question again = question.after(before);
            store.write(again);
            LiveQuestion live = new LiveQuestion(again, before);
            if (question.attempts() >= MOST_ATTEMPTS) {
                answering.failed(live, ProblemCode.INTERNAL, "The service ended twice while it worked on this.");
            } else {
                lanes.questions().enterAnyway(question.account());
                desk.add(live);
            }
        }
    }

    /**
     * A question as it is now.
     *
     * @throws ProblemException {@code not_found}
     */
    public Question find(Workspace workspace, String id) {
        LiveQuestion live = desk.find(workspace.id(), number(id));
        return live != null
                ? live.now()
                : store.find(workspace.id(), number(id)).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static int number(String id) {
        if (!id.matches("q[1-9][0-9]{0,7}")) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return Integer.parseInt(id.substring(1));
    }

    /**
     * In the order they were asked.
     *
     * @param after number behind which to begin
     */
    public List<Question> list(Workspace workspace, int after, int limit) {
        return store.list(workspace.id(), after, limit).stream()
                .map(each -> {
                    LiveQuestion live = desk.find(workspace.id(), each.number());
                    return live == null ? each : live.now();
                })
                .toList();
    }

    /** As callers see it, with its answer. */
    public ObjectNode view(Workspace workspace, Question question) {
        LiveQuestion live = desk.find(workspace.id(), question.number());
        return QuestionJson.view(question, answer(workspace, question), live == null ? 0 : desk.position(live));
    }

    private static @Nullable Answer answer(Workspace workspace, Question question) {
        List<Turn> turns = workspace.conversation().turns();
        boolean answered = question.state() == State.DONE || question.state() == State.CANCELLED;
        return answered && question.turn() > 0 && question.turn() <= turns.size()
                ? turns.get(question.turn() - 1).answer()
                : null;
    }

    /** Stops it, if it is not over: what has come of the answer is kept. */
    public Question cancel(Workspace workspace, String id) {
        LiveQuestion live = desk.find(workspace.id(), number(id));
        if (live != null) {
            live.cancellation().cancel();
            if (desk.withdraw(live)) {
                answering.stopped(live);
                over(live);
            }
            return live.now();
        }
        return find(workspace, id);
    }

    /** The events of a question: as they come, as they came, or told again from what is stored. */
    EventLog events(Workspace workspace, String id) {
        LiveQuestion live = desk.find(workspace.id(), number(id));
        if (live != null) {
            return live.log();
        }
        Question question = find(workspace, id);
        EventLog kept = logs.find(question.place());
        return kept != null ? kept : retold(workspace, question);
    }

    private EventLog retold(Workspace workspace, Question question) {
        EventLog log = new EventLog(0);
        AnswerEvents events = new AnswerEvents(log);
        Answer answer = answer(workspace, question);
        if (answer != null) {
            events.status(State.RUNNING, "reading");
            events.retell(workspace.conversation().file().offline(), answer);
        }
        if (question.problem() != null) {
            log.add("error", QuestionJson.problem(question, question.problem()));
        }
        log.end(question.events(), "done", QuestionJson.view(question, answer, 0));
        return log;
    }

    @Override
    public void forget(String session) {
        List<LiveQuestion> live = desk.of(session);
        store.forget(session);
        for (LiveQuestion each : live) {
            each.cancellation().withdraw();
            if (desk.withdraw(each)) {
                answering.stopped(each);
                over(each);
            }
        }
        logs.forget(session);
    }

    /** Waits until all that were taken are over, at most so long. */
    public boolean awaitIdle(long millis) throws InterruptedException {
        return lanes.questions().awaitEmpty(millis);
    }

    /**
     * Lets what is at work come to its end, at most so long; then stops it, to be taken up at the next start.
     *
     * @param millis 0 or more
     */
    public void stop(long millis) throws InterruptedException {
        List<LiveQuestion> all = desk.close();
        if (!desk.awaitIdle(millis)) {
            all.forEach(each -> each.cancellation().withdraw());
            desk.awaitIdle(5_000);
        }
        all.forEach(each -> each.log().close());
    }
}
