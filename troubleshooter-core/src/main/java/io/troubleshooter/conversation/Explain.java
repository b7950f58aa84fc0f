package io.troubleshooter.conversation;

import io.troubleshooter.model.Message.Role;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.ReplySink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for the answer: a few rounds in which the model may look again, then the answer by a forced call. Not thread-safe. */
final class Explain {

    static final String ANSWER = "answer";

    private final BudgetedModel model;
    private final Dialogue dialogue;
    private final Looks looks;
    private final TurnPrompts prompts;
    private final Supplier<Collector> collectors;
    private final Map<String, String> labels;
    private @Nullable Collector collected;
    private @Nullable ModelReply answered;

    Explain(
            BudgetedModel model,
            Dialogue dialogue,
            Looks looks,
            TurnPrompts prompts,
            Supplier<Collector> collectors,
            Map<String, String> labels) {
        this.model = model;
        this.dialogue = dialogue;
        this.looks = looks;
        this.prompts = prompts;
        this.collectors = collectors;
        this.labels = labels;
    }

    /** How the asking ended. */
    enum Outcome {
        WHOLE,
        /** The answer broke off or was malformed; what was complete is there. */
        PART,
        /** There is no answer. */
        NONE
    }

    /** What came of it, also where it broke off; null where nothing came. */
    @Nullable
    Collector collected() {
        return collected;
    }

    /** The reply with the answer; null where there is none. */
    @Nullable
    ModelReply answered() {
        return answered;
    }

    /** @param rounds in which the model may call tools */
    Outcome ask(int rounds) {
        for (int round = 0; round < rounds; round++) {
            Attempt attempt = attempt(null);
            if (attempt.outcome() != null) {
                return attempt.outcome();
            }
            if (!lookAgain(attempt.reply(), round + 1 == rounds)) {
                break;
            }
        }
        Outcome outcome = attempt(ANSWER).outcome();
        return outcome == null ? Outcome.NONE : outcome;
    }

    /** Asks once more where the answer could not be read; that is then the one repair. */
    Outcome again() {
        Outcome outcome = attempt(ANSWER).outcome();
        return outcome == null ? Outcome.NONE : outcome;
    }

    /** One call; the outcome is null where the reply has no answer in it. */
    private record Attempt(ModelReply reply, @Nullable Outcome outcome) {}

    private Attempt attempt(@Nullable String forced) {
        Collector collector = collectors.get();
        collected = collector;
        AnswerStream stream = new AnswerStream(collector);
        ModelReply reply = model.ask(dialogue.request(forced, labels), stream);
        String arguments = ReplyText.arguments(reply, ANSWER);
        if (arguments == null) {
            return new Attempt(reply, null);
        }
        answered = reply;
        boolean whole = stream.finish(arguments);
        return new Attempt(reply, whole ? Outcome.WHOLE : collector.isEmpty() ? Outcome.NONE : Outcome.PART);
    }

    /** Whether the model asked for a look. */
    private boolean lookAgain(ModelReply reply, boolean lastComes) {
        List<ReplyPart.Call> calls = ReplyText.calls(reply, ANSWER);
        if (calls.isEmpty()) {
            return false;
        }
        List<Part> said = new ArrayList<>(ReplyText.opaque(reply, model.provider()));
        List<Part> heard = new ArrayList<>();
        looks.look(calls, said, heard);
        if (lastComes) {
            heard.add(prompts.part("answer-now.txt"));
        }
        dialogue.add(Role.ASSISTANT, said);
        dialogue.add(Role.USER, heard);
        return true;
    }

    /** Asks once more, for what failed. */
    void repair(Collector repaired, List<Part> said, List<Part> heard) {
        dialogue.add(Role.ASSISTANT, said);
        dialogue.add(Role.USER, heard);
        ModelReply reply = model.ask(dialogue.request(ANSWER, labels), ReplySink.NONE);
        String arguments = ReplyText.arguments(reply, ANSWER);
        if (arguments != null) {
            new AnswerStream(repaired).finish(arguments);
        }
    }
}
