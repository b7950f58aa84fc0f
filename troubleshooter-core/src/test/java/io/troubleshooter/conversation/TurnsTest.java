package io.troubleshooter.conversation;

import static io.troubleshooter.contract.Scripts.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.contract.Scripts;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.guard.InMemoryAuditLog;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Message;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.RecordedReply;
import io.troubleshooter.model.ReplayProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A conversation over several turns. */
class TurnsTest {

    private static final String POOL = "postgres/too-many-clients";

    private static RecordedReply leak(String relation, String of, double confidence) {
        return answer().says("Connections leak.", "S1:2 order 7 failed")
                .relates(relation, of, "db-pool/leak", "Connections leak", confidence, h -> {}, "S1:5 order 8 failed")
                .reply();
    }

    private static Answer ask(Conversation conversation, String question) {
        return conversation.ask(question, AnswerListener.NONE, new Cancellation());
    }

    private static List<String> causes(Answer answer) {
        return answer.diagnosis().hypotheses().stream().map(Hypothesis::cause).toList();
    }

    @Test
    void aNewHypothesisStaysUntilItIsRetracted() {
        Conversation conversation = LoopTest.conversation(new ReplayProvider(List.of(
                leak("new", "", 0.6),
                Scripts.triage(),
                answer().says("Nothing new.", "S1:2 order 7 failed").reply(),
                Scripts.triage(),
                leak("retracts", "db-pool/leak", 0.1))));

        assertThat(causes(ask(conversation, null))).containsExactly(POOL, "db-pool/leak");
        assertThat(causes(ask(conversation, "anything else?"))).containsExactly(POOL, "db-pool/leak");
        Answer last = ask(conversation, "is it really a leak?");
        assertThat(causes(last)).containsExactly(POOL);
        assertThat(last.changes()).extracting(Change::kind).containsExactly(Change.Kind.RETRACTED);
    }

    @Test
    void whatRulesFoundStaysWhenTheModelRetractsItButCountsLess() {
        Conversation conversation = LoopTest.conversation(
                new ReplayProvider(List.of(leak("new", "", 0.7), Scripts.triage(), leak("retracts", POOL, 0.1))));
        Diagnosis before = ask(conversation, null).diagnosis();
        Diagnosis after = ask(conversation, "sure?").diagnosis();

        assertThat(confidence(after, POOL)).isLessThan(confidence(before, POOL));
        assertThat(after.verdict()).isEqualTo(Diagnosis.Verdict.INCIDENT);
    }

    private static double confidence(Diagnosis diagnosis, String cause) {
        return diagnosis.hypotheses().stream()
                .filter(each -> each.cause().equals(cause))
                .findFirst()
                .orElseThrow()
                .confidence();
    }

    @Test
    void aRefinedHypothesisStandsAboveTheOneItRefines() {
        Conversation conversation = LoopTest.conversation(new ReplayProvider(List.of(leak("refines", POOL, 0.9))));
        Answer answer = ask(conversation, null);

        assertThat(causes(answer)).containsExactly("db-pool/leak", POOL);
        assertThat(answer.changes()).extracting(Change::kind).containsExactly(Change.Kind.REFINED);
        assertThat(answer.diagnosis().summary()).isEqualTo("Connections leak");
        assertThat(answer.diagnosis().runbook()).isNotEmpty();
    }

    @Test
    void laterTurnsAreToldWhatWasSaidBefore() {
        ReplayProvider provider = new ReplayProvider(List.of(
                leak("new", "", 0.6),
                Scripts.triage(),
                answer().says("Yes.", "S1:2 order 7 failed").reply()));
        Conversation conversation = LoopTest.conversation(provider);
        ask(conversation, null);
        ask(conversation, "is it a leak?");

        ModelRequest last = provider.requests().get(provider.requests().size() - 1);
        assertThat(words(last)).contains("Connections leak.", "db-pool/leak (earlier turn", "is it a leak?");
    }

    static String words(ModelRequest request) {
        StringBuilder words = new StringBuilder();
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                words.append(part).append('\n');
                if (part instanceof Part.Evidence evidence) {
                    words.append(evidence.wording()).append('\n');
                }
            }
        }
        return words.toString();
    }

    @Test
    void whatTheUserConfirmsComesFirstAndWhatTheUserRejectsLast() {
        Conversation conversation = LoopTest.conversation(new ReplayProvider(List.of(
                leak("new", "", 0.6),
                Scripts.triage(),
                answer().says("Nothing new.", "S1:2 order 7 failed").reply())));
        ask(conversation, null);
        conversation.feedback(2, true, "seen in the heap dump");
        conversation.feedback(1, false, null);

        Answer answer = ask(conversation, "and now?");
        assertThat(causes(answer)).containsExactly("db-pool/leak", POOL);
        assertThat(answer.diagnosis().hypotheses().get(0).confidence()).isGreaterThanOrEqualTo(0.95);
        assertThat(conversation.feedback()).hasSize(2);
        assertThatThrownBy(() -> conversation.feedback(7, true, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void evidenceAddedLaterIsPartOfTheNextAnswer() {
        ReplayProvider provider = new ReplayProvider(List.of());
        Conversation conversation = LoopTest.conversation(provider);
        Answer first = ask(conversation, null);
        conversation.add(LogSource.text(
                "2026-11-20 09:40:00.000 UTC [77] PANIC:  could not write to file \"pg_wal/xlogtemp.77\": No space left on device\n",
                "postgres.log"));
        Answer second = ask(conversation, null);

        assertThat(conversation.file().evidence().sources()).containsExactly("S1", "S2");
        assertThat(second.diagnosis().frame().sources()).hasSize(2);
        assertThat(causes(second)).hasSizeGreaterThan(causes(first).size());
        assertThat(second.changes()).extracting(Change::kind).contains(Change.Kind.NEW);
    }

    @Test
    void aResumedConversationIsAsItWas() {
        InMemorySessions sessions = new InMemorySessions(Duration.ofDays(1), Clock.systemUTC());
        InMemoryAuditLog audit = new InMemoryAuditLog(100);
        ReplayProvider provider = new ReplayProvider(List.of(leak("new", "", 0.6)));
        Troubleshooter troubleshooter = Troubleshooter.builder()
                .model(provider, ModelSettings.of("cheap", "strong"))
                .sessions(sessions)
                .audit(audit)
                .build();
        Conversation conversation = troubleshooter.converse("ann");
        conversation.add(
                LogSource.text(LoopTest.POOL_LOG + "login from 203.0.113.9 as ann@corp.example\n", "orders.log"));
        ask(conversation, null);
        conversation.feedback(1, true, "yes");

        Conversation resumed = troubleshooter.resume("ann", conversation.id()).orElseThrow();
        assertThat(resumed.id()).isEqualTo(conversation.id());
        assertThat(AnswerJson.write(resumed.turns().get(0)))
                .isEqualTo(AnswerJson.write(conversation.turns().get(0)));
        assertThat(resumed.turns().get(0).answer().statements())
                .isEqualTo(conversation.turns().get(0).answer().statements());
        assertThat(resumed.turns().get(0).answer().diagnosis().hypotheses())
                .isEqualTo(conversation.turns().get(0).answer().diagnosis().hypotheses());
        assertThat(resumed.feedback()).isEqualTo(conversation.feedback());
        assertThat(text(resumed)).isEqualTo(text(conversation)).contains("<ip:1>", "<email:1>");
        assertThat(resumed.file().frame().groups())
                .isEqualTo(conversation.file().frame().groups());
        assertThat(troubleshooter.resume("bob", conversation.id())).isEmpty();
        assertThat(audit.recent(10)).extracting(event -> event.action()).contains("answer", "feedback");
    }

    @Test
    void feedbackCanBeChangedAndTakenBackAlsoBeforeItIsResumed() {
        InMemorySessions sessions = new InMemorySessions(Duration.ofDays(1), Clock.systemUTC());
        Troubleshooter troubleshooter =
                Troubleshooter.builder().sessions(sessions).build();
        Conversation conversation = troubleshooter.converse("ann");
        conversation.add(LogSource.text(LoopTest.POOL_LOG, "orders.log"));
        Diagnosis.Hypothesis first = conversation.file().offline().hypotheses().get(0);

        conversation.feedback(first, true, null);
        conversation.feedback(first, false, "it was the disk");
        assertThat(conversation.feedback()).hasSize(1);
        assertThat(troubleshooter.resume("ann", conversation.id()).orElseThrow().feedback())
                .isEqualTo(conversation.feedback());

        conversation.withdrawFeedback(first.cause());
        assertThat(conversation.feedback()).isEmpty();
        assertThat(troubleshooter.resume("ann", conversation.id()).orElseThrow().feedback())
                .isEmpty();
    }

    private static String text(Conversation conversation) {
        return String.valueOf(conversation
                .file()
                .evidence()
                .text(new io.troubleshooter.text.LineRef(
                        "S1", 1, conversation.file().evidence().lines("S1"))));
    }

    @Test
    void aResumedConversationGoesOnWhereItWas() {
        InMemorySessions sessions = new InMemorySessions(Duration.ofDays(1), Clock.systemUTC());
        Troubleshooter troubleshooter =
                Troubleshooter.builder().sessions(sessions).build();
        Conversation conversation = troubleshooter.converse("ann");
        conversation.add(LogSource.text("connect to 203.0.113.9 refused\n", "a.log"));
        ask(conversation, "why?");

        Conversation resumed = troubleshooter.resume("ann", conversation.id()).orElseThrow();
        resumed.add(LogSource.text("connect to 198.51.100.7 refused\n", "b.log"));
        ask(resumed, "and now?");

        Conversation again = troubleshooter.resume("ann", conversation.id()).orElseThrow();
        assertThat(again.turns()).extracting(Turn::number).containsExactly(1, 2);
        assertThat(again.file().evidence().sources()).containsExactly("S1", "S2");
        assertThat(again.file().evidence().text(io.troubleshooter.text.LineRef.of("S2", 1)))
                .hasToString("connect to <ip:2> refused");
    }

    @Test
    void aStoreThatFailsDoesNotEndTheConversation() {
        Troubleshooter troubleshooter =
                Troubleshooter.builder().sessions(new BrokenStore()).build();
        Conversation conversation = troubleshooter.converse("ann");
        conversation.add(LogSource.text(LoopTest.POOL_LOG, "orders.log"));

        assertThat(ask(conversation, null).notes()).anyMatch(note -> note.contains("could not be stored"));
        assertThat(ask(conversation, null).notes()).noneMatch(note -> note.contains("could not be stored"));
    }
}
