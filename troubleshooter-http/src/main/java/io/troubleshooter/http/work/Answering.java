package io.troubleshooter.http.work;

import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.session.DiagnosisListener;
import io.troubleshooter.http.session.Right;
import io.troubleshooter.http.session.Workspace;
import io.troubleshooter.http.session.Workspaces;
import io.troubleshooter.http.work.Question.Failure;
import io.troubleshooter.http.work.Question.State;
import io.troubleshooter.http.work.QuestionStore.Written;
import io.troubleshooter.redact.RedactedText;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one question. What came of it is stored before anybody is told. Thread-safe. */
final class Answering {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final Workspaces workspaces;
    private final QuestionStore store;
    private final DiagnosisListener told;
    private final AnswerWatch watch;
    private final Clock clock;

    Answering(Workspaces workspaces, QuestionStore store, DiagnosisListener told, AnswerWatch watch, Clock clock) {
        this.workspaces = workspaces;
        this.store = store;
        this.told = told;
        this.watch = watch;
        this.clock = clock;
    }

    /** Throws nothing: what fails is told as the end of the question. */
    void answer(LiveQuestion live) {
        try {
            if (live.cancellation().isCancelled()) {
                stopped(live);
                return;
            }
            if (!isAnswered(live)) {
                // Somebody who was held to be gone has just answered: that is the answer, or the state to go on from.
                refuse(isAnswered(live), live);
            }
        } catch (ProblemException problem) {
            failed(live, problem.code(), problem.detail());
        } catch (TroubleshooterException failed) {
            ProblemException problem = ProblemException.of(failed);
            failed(live, problem.code(), problem.detail());
        } catch (RuntimeException | Error defect) {
            LOG.error("a question failed: {}", defect.getClass().getName());
            failed(live, ProblemCode.INTERNAL, "It could not be answered.");
        }
    }

    /** @return false if another answer came into the session meanwhile, so that this one could not be kept */
    private boolean isAnswered(LiveQuestion live) {
        Workspace workspace = workspaces.open(live.caller(), live.now().session(), Right.CONTRIBUTE);
        Conversation conversation = workspace.conversation();
        Turn known = storedBefore(live.now(), conversation.turns());
        if (known != null) {
            live.events().retell(conversation.file().offline(), known.answer());
            over(live, State.DONE, known.answer());
            return true;
        }
        return !begin(live, conversation.turns().size() + 1) || isKept(live, workspace);
    }

    private boolean isKept(LiveQuestion live, Workspace workspace) {
        Conversation conversation = workspace.conversation();
        Answer answer = watch.answer(
                live.events(),
                listener -> conversation.ask(
                        live.now().text(),
                        new Conversation.Asker(live.now().account(), live.now().model()),
                        listener,
                        live.cancellation()));
        if (live.cancellation().isWithdrawn()) {
            handBack(live);
        } else if (conversation.stored()) {
            live.events().usage(answer.diagnosis().usage());
            over(live, wasStopped(live) ? State.CANCELLED : State.DONE, answer);
            told.ready(workspace, answer.diagnosis());
        } else if (conversation.outdated()) {
            return false;
        } else {
            failed(live, ProblemCode.STORE_UNAVAILABLE, "The answer could not be stored.");
        }
        return true;
    }

    private void refuse(boolean kept, LiveQuestion live) {
        if (!kept) {
            failed(live, ProblemCode.CONFLICT, "The session was changed elsewhere, again and again.");
        }
    }

    /** The turn that an earlier process stored before it could say so. */
    private static @Nullable Turn storedBefore(Question question, List<Turn> turns) {
        if (question.turn() == 0 || question.turn() > turns.size()) {
            return null;
        }
        Turn turn = turns.get(question.turn() - 1);
        RedactedText asked = turn.question();
        return Objects.equals(asked == null ? null : asked.toString(), question.text()) ? turn : null;
    }

    private static boolean wasStopped(LiveQuestion live) {
        return live.now().model() && live.cancellation().isCancelled();
    }

    /** @return false if it is another worker's now */
    private boolean begin(LiveQuestion live, int turn) {
        Question begun = live.now().begun(clock.instant(), turn);
        switch (store.write(begun)) {
            case GONE -> throw ProblemException.of(ProblemCode.SESSION_NOT_FOUND);
            case TAKEN -> {
                live.lose();
                return false;
            }
            case DONE -> live.becomes(begun);
        }
        live.events().status(State.RUNNING, "reading");
        return true;
    }

    private void over(LiveQuestion live, State state, @Nullable Answer answer) {
        end(live, state, answer, null);
    }

    /** Before it had begun. */
    void stopped(LiveQuestion live) {
        if (live.cancellation().isWithdrawn()) {
            leave(live, live.now().left());
        } else {
            end(live, State.CANCELLED, null, null);
        }
    }

    private void handBack(LiveQuestion live) {
        leave(live, live.now().handedBack());
    }

    /** For another worker, or for this one after its next start. */
    private void leave(LiveQuestion live, Question left) {
        if (!live.lost()) {
            store.claim(live.now(), left);
            live.becomes(left);
        }
        live.log().close();
    }

    /** Told also if it cannot be stored: after a restart it is tried again then. */
    void failed(LiveQuestion live, ProblemCode code, String detail) {
        Failure failure = new Failure(code.code(), detail);
        live.log().add("error", QuestionJson.problem(live.now(), failure));
        try {
            end(live, State.FAILED, null, failure);
        } catch (RuntimeException unavailable) {
            LOG.error(
                    "the end of a question could not be stored: {}",
                    unavailable.getClass().getName());
            live.becomes(
                    live.now().over(State.FAILED, clock.instant(), live.log().last() + 1, failure));
            done(live, null);
        }
    }

    private void end(LiveQuestion live, State state, @Nullable Answer answer, @Nullable Failure failure) {
        Question over = live.now().over(state, clock.instant(), live.log().last() + 1, failure);
        if (live.lost() || store.write(over) == Written.TAKEN) {
            live.lose();
            return;
        }
        live.becomes(over);
        done(live, answer);
    }

    private static void done(LiveQuestion live, @Nullable Answer answer) {
        live.log().end(live.now().events(), "done", QuestionJson.view(live.now(), answer, 0));
    }
}
