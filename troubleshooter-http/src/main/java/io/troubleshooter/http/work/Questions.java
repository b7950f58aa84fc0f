package io.troubleshooter.http.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.instance.Instances;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.DiagnosisListener;
import io.troubleshooter.http.session.SessionCleaner;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.work.Question.Asker;
import io.troubleshooter.http.work.Question.State;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions to sessions: accepted at once and stored, answered in turn, also after a restart in the middle. Whoever asked
 * may leave and come back. Thread-safe.
 */
public final class Questions implements SessionCleaner {

    private static final int STRIPES = 64;

    private final Limits limits;
    private final Lanes lanes;
    private final Clock clock;
    private final Workspaces workspaces;
    private final Instances instances;
    private final QuestionStore store;
    private final Answering answering;
    private final Desk desk;
    private final Elsewhere elsewhere;
    private final Handover handover;
    private final EventLogs logs;
    private final List<Object> asking =
            Stream.generate(Object::new).limit(STRIPES).toList();

    public Questions(
            Limits limits,
            Lanes lanes,
            Documents documents,
            Workspaces workspaces,
            DiagnosisListener told,
            AnswerWatch watch,
            Instances instances,
            Clock clock) {
        this.limits = limits;
        this.lanes = lanes;
        this.clock = clock;
        this.workspaces = workspaces;
        this.instances = instances;
        this.store = new QuestionStore(documents);
        this.answering = new Answering(workspaces, store, told, watch, clock);
        this.logs = new EventLogs(clock);
        this.elsewhere = new Elsewhere(instances.shared(), documents, store, limits.questionsPerSession(), clock);
        this.desk = new Desk(lanes, elsewhere::isNothingBefore, this::answer);
        this.handover = new Handover(instances, store, answering, new OnTheDesk());
    }

    /** What the handover does here. */
    private final class OnTheDesk implements Handover.Taker {

        @Override
        public void take(LiveQuestion question) {
            lanes.questions().enterAnyway(question.now().account());
            begin(question);
        }

        @Override
        public List<LiveQuestion> all() {
            return desk.all();
        }

        @Override
        public void cancel(LiveQuestion question) {
            stop(question);
        }
    }

    private void begin(LiveQuestion question) {
        elsewhere.tell(question);
        desk.add(question);
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
        elsewhere.told(live);
        if (live.now().state().over() && !live.lost()) {
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
        synchronized (asking.get(Math.floorMod(workspace.id().hashCode(), STRIPES))) {
            if (elsewhere.waiting(workspace.id(), desk) > limits.questionsPerSession()) {
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
            Question question = store.add(
                    session,
                    number -> Question.create(session, number, text, model, asker, clock.instant(), instances.id()));
            begin(new LiveQuestion(question, 0));
            return question;
        } catch (RuntimeException unavailable) {
            lanes.questions().leave(asker.project() + "/" + asker.user());
            throw ProblemException.of(ProblemCode.STORE_UNAVAILABLE);
        }
    }

    /**
     * Takes up again what was not over when the service ended, and where there are other instances, from now on what
     * they leave. To be called once, before requests are taken.
     */
    public void takeUp() {
        if (instances.shared()) {
            instances.look(handover::look);
            instances.follow(() -> {
                elsewhere.follow();
                desk.lookAgain();
            });
        } else {
            handover.takeUpAll();
        }
    }

    /**
     * A question as it is now.
     *
     * @throws ProblemException {@code not_found}
     */
    public Question find(Workspace workspace, String id) {
        LiveQuestion live = desk.find(workspace.id(), number(id));
        if (live != null && !instances.shared()) {
            return live.now();
        }
        // Others may have taken it up, if this instance was away for a while and has not noticed yet.
        return store.find(workspace.id(), number(id))
                .map(stored -> live != null && stored.worker().equals(instances.id()) ? live.now() : stored)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
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
        return QuestionJson.view(question, answer(workspace, question), elsewhere.position(question, live, desk));
    }

    private @Nullable Answer answer(Workspace workspace, Question question) {
        boolean answered = question.state() == State.DONE || question.state() == State.CANCELLED;
        if (!answered || question.turn() == 0) {
            return null;
        }
        List<Turn> turns = workspace.conversation().turns();
        if (question.turn() > turns.size()) {
            // It was answered elsewhere since the session was opened.
            turns = workspaces.current(workspace).conversation().turns();
        }
        return question.turn() <= turns.size() ? turns.get(question.turn() - 1).answer() : null;
    }

    /** Stops it, if it is not over: what has come of the answer is kept. */
    public Question cancel(Workspace workspace, String id) {
        LiveQuestion live = desk.find(workspace.id(), number(id));
        if (live != null) {
            stop(live);
            return live.now();
        }
        Question question = find(workspace, id);
        if (!question.state().over()) {
            store.open().change(question, OpenQuestions.Entry::withdrawn);
        }
        return question;
    }

    private void stop(LiveQuestion live) {
        live.cancellation().cancel();
        if (desk.withdraw(live)) {
            answering.stopped(live);
            over(live);
        }
    }

    /** The events of a question: as they come, as they came, or told again from what is stored. */
    EventLog events(Workspace workspace, String id) {
        LiveQuestion live = desk.find(workspace.id(), number(id));
        if (live != null) {
            return live.log();
        }
        Question question = find(workspace, id);
        EventLog kept = logs.find(question.place());
        if (kept == null) {
            kept = elsewhere.events(question);
        }
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
        elsewhere.forget(session); // who answers them elsewhere sees that they are gone
    }

    /** Waits until all that were taken are over, at most so long. */
    public boolean awaitIdle(long millis) throws InterruptedException {
        return lanes.questions().awaitEmpty(millis);
    }

    /**
     * Lets what is at work come to its end, at most so long; then stops it, to be taken up at the next start. What has
     * not begun is left to other instances at once.
     *
     * @param millis 0 or more
     */
    public void stop(long millis) throws InterruptedException {
        List<LiveQuestion> all = desk.close(this::leave);
        if (!desk.awaitIdle(millis)) {
            all.forEach(each -> each.cancellation().withdraw());
            desk.awaitIdle(5_000);
        }
        all.forEach(each -> each.log().close());
        elsewhere.close();
    }

    private void leave(LiveQuestion waiting) {
        if (instances.shared()) {
            waiting.cancellation().withdraw();
            answering.answer(waiting);
        }
    }
}
