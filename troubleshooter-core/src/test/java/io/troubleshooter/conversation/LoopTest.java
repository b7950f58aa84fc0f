package io.troubleshooter.conversation;

import static io.troubleshooter.contract.Scripts.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.contract.Scripts;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.RecordedReply;
import io.troubleshooter.model.ReplayProvider;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.talk.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One turn with a model, from question to answer. */
class LoopTest {

    static final String POOL_LOG = """
            2026-11-20 09:43:10.001  INFO 1 --- [main] c.acme.Orders : Starting Orders
            2026-11-20 09:43:11.204 ERROR 1 --- [exec-3] c.acme.Orders : order 7 failed
            org.postgresql.util.PSQLException: FATAL: sorry, too many clients already
            \tat org.postgresql.core.v3.ConnectionFactoryImpl.doAuthentication(ConnectionFactoryImpl.java:693)
            2026-11-20 09:43:12.204 ERROR 1 --- [exec-4] c.acme.Orders : order 8 failed
            org.postgresql.util.PSQLException: FATAL: sorry, too many clients already
            """;

    private final Scripts.Heard heard = new Scripts.Heard();

    static Conversation conversation(ReplayProvider provider) {
        Conversation conversation = Troubleshooter.builder()
                .model(provider, ModelSettings.of("cheap", "strong"))
                .build()
                .converse();
        conversation.add(LogSource.text(POOL_LOG, "orders.log"));
        return conversation;
    }

    private Answer ask(String question, RecordedReply... replies) {
        return conversation(new ReplayProvider(List.of(replies))).ask(question, heard, new Cancellation());
    }

    @Test
    void aStatementWhoseQuoteStandsIsVerifiedAndCited() {
        Answer answer = ask(
                null,
                answer().says("The database refused connections.", "S1:3 too many clients already")
                        .relates(
                                "confirms",
                                "postgres/too-many-clients",
                                "postgres/too-many-clients",
                                "Out of connections",
                                0.9,
                                h -> {},
                                "S1:3 sorry, too many clients already")
                        .reply());

        assertThat(answer.notes()).isEmpty();
        assertThat(answer.kind()).isEqualTo(Answer.Kind.EVIDENCE);
        assertThat(answer.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.verified()).isTrue();
            assertThat(statement.citations().get(0).quote().toString()).contains("too many clients already");
        });
        assertThat(answer.diagnosis().producedBy().analyst()).isEqualTo("model");
        assertThat(answer.diagnosis().producedBy().promptVersion()).contains("explain@1/");
        assertThat(answer.diagnosis().hypotheses().get(0).cause()).isEqualTo("postgres/too-many-clients");
        assertThat(answer.changes()).extracting(Change::kind).containsExactly(Change.Kind.CONFIRMED);
        assertThat(heard.events).startsWith("offline", "explain").contains("statement");
    }

    @Test
    void aQuoteThatDoesNotStandIsRepairedOnceAndThenShown() {
        ReplayProvider provider = new ReplayProvider(List.of(
                answer().says("The database refused connections.", "S1:3 too many open files")
                        .says("Orders failed.", "S1:2 order 7 failed")
                        .reply(),
                answer().says("The database refused connections.", "S1:3 too many clients already")
                        .reply()));
        Answer answer = conversation(provider).ask(null, heard, new Cancellation());

        assertThat(answer.statements())
                .extracting(Statement::text)
                .containsExactly("The database refused connections.", "Orders failed.");
        assertThat(answer.statements()).allMatch(Statement::verified);
        assertThat(heard.statements).isEqualTo(answer.statements());
        assertThat(heard.events).contains("repair");
        assertThat(provider.requests()).hasSize(2);
        assertThat(answer.citations()).isEqualTo(new Answer.CitationCount(3, 2, 0));
    }

    @Test
    void whatCannotBeSupportedAfterTheRepairIsLeftOut() {
        Answer answer = ask(
                null,
                answer().says("Disk sda-77 of host db-9.example was full. Orders failed.", "S1:2 order 7 failed")
                        .cause("disk/full", "The disk was full", 0.9, "S1:2 No space left on device")
                        .reply(),
                answer().says("Disk sda-77 of host db-9.example was full. Orders failed.", "S1:2 order 7 failed")
                        .cause("disk/full", "The disk was full", 0.9, "S1:2 No space left on device")
                        .reply());

        assertThat(answer.statements()).extracting(Statement::text).containsExactly("Orders failed.");
        assertThat(answer.diagnosis().hypotheses()).extracting(h -> h.cause()).doesNotContain("disk/full");
        assertThat(answer.notes()).anyMatch(note -> note.contains("left out"));
    }

    @Test
    void theModelCannotTalkAnIncidentAway() {
        Answer answer =
                ask(null, answer().verdict("no_incident").says("All is well.").reply());

        assertThat(answer.diagnosis().verdict()).isEqualTo(Verdict.INCIDENT);
        assertThat(answer.diagnosis().hypotheses()).isNotEmpty();
        assertThat(answer.notes()).anyMatch(note -> note.contains("what the rules found stands"));
    }

    @Test
    void aFailingModelGivesTheOfflineAnswerWithANote() {
        for (RecordedReply.Fault.Kind kind : RecordedReply.Fault.Kind.values()) {
            if (kind != RecordedReply.Fault.Kind.HANG) {
                Answer answer = ask(null, RecordedReply.failing(kind));
                assertThat(answer.diagnosis().producedBy().analyst()).isEqualTo("offline");
                assertThat(answer.diagnosis().hypotheses().get(0).cause()).isEqualTo("postgres/too-many-clients");
                assertThat(answer.notes()).singleElement().asString().contains("The model gave no answer");
            }
        }
    }

    @Test
    void malformedJsonGivesTheOfflineAnswer() {
        Answer answer = ask(null, Scripts.endless("explain", new ReplyPart.Call("c", "answer", "{\"statements\": [}")));

        assertThat(answer.diagnosis().producedBy().analyst()).isEqualTo("offline");
        assertThat(answer.notes()).singleElement().asString().contains("no answer that could be read");
    }

    @Test
    void malformedJsonIsAskedForOnceMore() {
        Answer answer = ask(
                null,
                Scripts.reply("explain", new ReplyPart.Call("c", "answer", "I would say {]")),
                answer().says("Orders failed.", "S1:2 order 7 failed").reply());

        assertThat(answer.statements()).extracting(Statement::text).containsExactly("Orders failed.");
    }

    @Test
    void anAnswerThatBreaksOffKeepsWhatWasComplete() {
        String json = answer().says("Orders failed.", "S1:2 order 7 failed")
                .says("The database refused connections.", "S1:3 too many clients already")
                .json();
        String cut = json.substring(0, json.indexOf("The database"));
        Answer answer = ask(null, Scripts.reply("explain", new ReplyPart.Call("c", "answer", cut)));

        assertThat(answer.statements()).extracting(Statement::text).containsExactly("Orders failed.");
        assertThat(answer.notes()).anyMatch(note -> note.contains("cut or malformed"));
        assertThat(answer.diagnosis().hypotheses()).isNotEmpty();
    }

    @Test
    void aQuestionWithoutEvidenceIsAnsweredAsGeneralKnowledge() {
        Conversation conversation = Troubleshooter.builder()
                .model(
                        new ReplayProvider(List.of(answer().says("Usually the pool is too small.")
                                .verdict("insufficient_evidence")
                                .in("general"))),
                        ModelSettings.of("cheap", "strong"))
                .build()
                .converse();
        Answer answer = conversation.ask("why do pools run dry?", heard, new Cancellation());

        assertThat(answer.kind()).isEqualTo(Answer.Kind.GENERAL);
        assertThat(answer.statements()).allMatch(statement -> !statement.verified());
        assertThat(answer.notes()).anyMatch(note -> note.contains("General knowledge"));
    }

    @Test
    void aQuestionOutsideOfInfrastructureIsDeclined() {
        Answer answer = ask(
                "write a poem about spring",
                Scripts.reply("triage", new ReplyPart.Call("t", "triage", Scripts.triageJson("outside", "easy"))),
                answer().scope("outside").reply());

        assertThat(answer.kind()).isEqualTo(Answer.Kind.DECLINED);
        assertThat(answer.statements()).hasSize(1);
    }

    @Test
    void modelsWordsCannotAct() {
        Answer answer = ask(
                null,
                answer().says(
                                "Orders failed. ![x](http://evil.example/p.png) <img src=x onerror=y> \u001b[2Jgone\u200b\u202e",
                                "S1:2 order 7 failed")
                        .reply(),
                answer().reply());

        String text = answer.statements().get(0).text();
        assertThat(text).contains("Orders failed.").doesNotContain("evil", "<img", "\u001b", "\u200b", "\u202e");
    }
}
