package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.contract.Scripts;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.RecordedReply;
import io.troubleshooter.model.RecordedReply.Fault;
import io.troubleshooter.model.ReplayProvider;
import io.troubleshooter.talk.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conversations without a model, or with one that fails. */
class OfflineTurnsTest {

    private final Scripts.Heard heard = new Scripts.Heard();

    private static Conversation loaded() {
        Conversation conversation = Troubleshooter.create().converse();
        conversation.add(LogSource.text(LoopTest.POOL_LOG, "orders.log"));
        return conversation;
    }

    @Test
    void aQuestionIsAnsweredFromTheEvidenceWithCitations() {
        Answer answer = loaded().ask("show errors around 09:43:11", heard, new Cancellation());

        assertThat(answer.kind()).isEqualTo(Answer.Kind.EVIDENCE);
        assertThat(answer.statements()).isNotEmpty().isEqualTo(heard.statements);
        assertThat(answer.statements())
                .anyMatch(statement -> !statement.citations().isEmpty());
        assertThat(answer.diagnosis().producedBy().analyst()).isEqualTo("offline");
        assertThat(answer.diagnosis().usage().costUsd()).isZero();
    }

    @Test
    void withoutAQuestionTheDiagnosisIsTheAnswer() {
        Answer answer = loaded().ask("  ", heard, new Cancellation());

        assertThat(answer.statements()).isEmpty();
        assertThat(answer.diagnosis().hypotheses()).isNotEmpty();
        assertThat(heard.events).containsExactly("offline");
    }

    @Test
    void aQuestionWithoutEvidenceAsksForSome() {
        Answer answer = Troubleshooter.create().converse().ask("why is my pod restarting?", heard, new Cancellation());

        assertThat(answer.kind()).isEqualTo(Answer.Kind.GENERAL);
        assertThat(answer.statements()).isNotEmpty().noneMatch(Statement::verified);
    }

    @Test
    void neitherEvidenceNorQuestionIsAnAnswerToo() {
        Answer answer = Troubleshooter.create().converse().ask(null, heard, new Cancellation());

        assertThat(answer.statements()).isEmpty();
        assertThat(answer.diagnosis().hypotheses()).isEmpty();
    }

    @Test
    void whatTheUserRejectsGoesBehindEverythingElse() {
        Conversation conversation = loaded();
        conversation.add(LogSource.text(
                "2026-11-20 09:40:00.000 UTC [77] PANIC:  could not write to file \"pg_wal/x\": No space left on device\n",
                "postgres.log"));
        List<Hypothesis> before =
                conversation.ask(null, heard, new Cancellation()).diagnosis().hypotheses();
        conversation.feedback(1, false, "that disk is fine");
        List<Hypothesis> after =
                conversation.ask(null, heard, new Cancellation()).diagnosis().hypotheses();

        assertThat(before).hasSizeGreaterThan(1);
        assertThat(after.get(after.size() - 1).cause()).isEqualTo(before.get(0).cause());
        assertThat(after.get(0).rank()).isEqualTo(1);
        assertThat(after).hasSameSizeAs(before);
    }

    @Test
    void aFailingModelDoesNotTakeBackWhatItSaidBefore() {
        Conversation conversation = LoopTest.conversation(new ReplayProvider(List.of(
                Scripts.answer()
                        .cause("db-pool/leak", "Connections leak", 0.6, "S1:5 order 8 failed")
                        .reply(),
                RecordedReply.failing(Fault.Kind.DOWN),
                RecordedReply.failing(Fault.Kind.DOWN))));
        conversation.ask(null, heard, new Cancellation());
        conversation.ask(null, heard, new Cancellation());
        Answer third = conversation.ask(null, heard, new Cancellation());

        assertThat(third.diagnosis().producedBy().analyst()).isEqualTo("offline");
        assertThat(third.diagnosis().hypotheses()).extracting(Hypothesis::cause).contains("db-pool/leak");
        assertThat(third.changes()).isEmpty();
    }

    @Test
    void aQuestionThatTheModelCannotAnswerIsAnsweredByRules() {
        Conversation conversation =
                LoopTest.conversation(new ReplayProvider(List.of(RecordedReply.failing(Fault.Kind.DOWN))));
        Answer answer = conversation.ask("show errors around 09:43:11", heard, new Cancellation());

        assertThat(answer.statements()).isNotEmpty();
        assertThat(answer.notes()).singleElement().asString().contains("The model gave no answer");
    }
}
