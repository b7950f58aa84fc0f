package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.CaseFile;
import io.troubleshooter.talk.OfflineTalk;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers from rules and the evidence, without a model: at once, at no cost. Immutable, thread-safe. */
public final class OfflineInvestigator implements Investigator {

    @Override
    public Answer answer(Inquiry inquiry, AnswerListener listener, Cancellation cancellation) {
        AnswerListener safe = new SafeListener(listener);
        safe.offline(inquiry.file().offline());
        return answer(inquiry, safe, List.of(), List.of(), Diagnosis.Usage.offline(0));
    }

    /**
     * The offline answer, also where a model was asked in vain.
     *
     * @param usage what that took
     */
    static Answer answer(
            Inquiry inquiry,
            AnswerListener listener,
            List<String> notes,
            List<ToolAnswer> tools,
            Diagnosis.Usage usage) {
        CaseFile file = inquiry.file();
        Merge.Merged merged =
                Merge.of(file.offline().hypotheses(), Background.earlier(inquiry), List.of(), inquiry.feedback());
        Diagnosis diagnosis = Results.merged(
                file.offline(),
                merged.hypotheses(),
                List.of(),
                null,
                file.offline().producedBy(),
                usage.latencyMs() == 0 && usage.inputTokens() == 0
                        ? file.offline().usage()
                        : usage);
        List<Statement> statements = statements(inquiry);
        statements.forEach(listener::statement);
        return new Answer(
                kind(inquiry),
                statements,
                diagnosis,
                Changes.between(last(inquiry), diagnosis),
                notes,
                tools,
                Answer.CitationCount.NONE);
    }

    private static List<Statement> statements(Inquiry inquiry) {
        RedactedText question = inquiry.question();
        if (question == null) {
            return List.of();
        }
        try {
            return new OfflineTalk().answer(inquiry.file(), question, last(inquiry));
        } catch (RuntimeException defect) {
            return List.of(new Statement(
                    "This question could not be answered (" + defect.getClass().getSimpleName() + ").",
                    List.of(),
                    false));
        }
    }

    private static Answer.Kind kind(Inquiry inquiry) {
        boolean evidence = !inquiry.file().frame().sources().isEmpty();
        return evidence || inquiry.question() == null ? Answer.Kind.EVIDENCE : Answer.Kind.GENERAL;
    }

    static @Nullable Diagnosis last(Inquiry inquiry) {
        List<Turn> history = inquiry.history();
        return history.isEmpty()
                ? null
                : history.get(history.size() - 1).answer().diagnosis();
    }
}
