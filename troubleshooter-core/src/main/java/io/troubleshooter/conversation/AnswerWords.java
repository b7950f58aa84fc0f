package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.talk.Statement;
import org.jspecify.annotations.Nullable;

/** What a model says in an answer: its own words, without the lines that it cites and without what rules had said before. */
final class AnswerWords {

    private final StringBuilder words = new StringBuilder();

    private AnswerWords() {}

    static RedactedText of(Answer answer, Inquiry inquiry) {
        AnswerWords of = new AnswerWords();
        if (answer.kind() != Answer.Kind.DECLINED) {
            of.add(answer, inquiry.file().offline());
        }
        return inquiry.redaction().redact(of.words.toString().strip());
    }

    private void add(Answer answer, Diagnosis offline) {
        for (Statement statement : answer.statements()) {
            add(statement.text());
        }
        for (Hypothesis hypothesis : answer.diagnosis().hypotheses()) {
            if (!offline.hypotheses().contains(hypothesis)) {
                add(hypothesis);
            }
        }
        for (String gap : answer.diagnosis().gaps()) {
            add(gap);
        }
        for (Change change : answer.changes()) {
            add(change.why());
        }
    }

    private void add(Hypothesis hypothesis) {
        add(hypothesis.title());
        add(hypothesis.explanation());
        for (Fix fix : hypothesis.fixes()) {
            add(fix.action());
            add(fix.command());
            add(fix.rollback());
        }
        for (Check check : hypothesis.nextChecks()) {
            add(check.check());
            add(check.command());
            add(check.expect());
            add(check.then());
        }
    }

    private void add(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            words.append(text).append('\n');
        }
    }
}
