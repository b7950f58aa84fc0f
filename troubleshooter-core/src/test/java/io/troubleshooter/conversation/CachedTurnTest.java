package io.troubleshooter.conversation;

import static io.troubleshooter.conversation.MoneyAndTimeTest.GOOD;
import static io.troubleshooter.conversation.MoneyAndTimeTest.builder;
import static io.troubleshooter.conversation.MoneyAndTimeTest.concurrently;
import static io.troubleshooter.conversation.MoneyAndTimeTest.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.contract.Scripts;
import io.troubleshooter.conversation.MoneyAndTimeTest.CountingBudgets;
import io.troubleshooter.conversation.MoneyAndTimeTest.Metered;
import io.troubleshooter.guard.InMemoryAnswerCache;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.RecordedReply;
import io.troubleshooter.model.RecordedReply.Fault;
import io.troubleshooter.model.ReplayProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cache around a turn. */
class CachedTurnTest {

    @Test
    void theSameQuestionOnTheSameEvidenceIsAnsweredFromTheCacheAtNoCost() {
        Metered provider = new Metered(new ReplayProvider(List.of(GOOD)));
        CountingBudgets budgets = new CountingBudgets(10_000_000);
        Troubleshooter troubleshooter = builder(provider)
                .budgets(budgets)
                .cache(new InMemoryAnswerCache(1 << 20, Clock.systemUTC()), Duration.ofHours(1))
                .build();
        Answer first = loaded(troubleshooter).ask(null, AnswerListener.NONE, new Cancellation());
        long spent = budgets.balance("ann").spent();
        Scripts.Heard heard = new Scripts.Heard();
        Answer second = loaded(troubleshooter).ask(null, heard, new Cancellation());

        assertThat(provider.calls).hasValue(1);
        assertThat(second.statements()).isEqualTo(first.statements()).isEqualTo(heard.statements);
        assertThat(second.diagnosis().hypotheses()).isEqualTo(first.diagnosis().hypotheses());
        assertThat(second.diagnosis().usage().cached()).isTrue();
        assertThat(budgets.balance("ann").spent()).isEqualTo(spent);
    }

    @Test
    void ofManyWhoAskTheSameAtOneTimeOneAsksTheModel() throws Exception {
        RecordedReply slow = new RecordedReply(
                null,
                null,
                RecordedReply.ENDLESS,
                GOOD.parts(),
                ModelReply.Stop.TOOL_CALL,
                null,
                Duration.ofMillis(200),
                null);
        Metered provider = new Metered(new ReplayProvider(List.of(slow)));
        Troubleshooter troubleshooter = builder(provider)
                .cache(new InMemoryAnswerCache(1 << 20, Clock.systemUTC()), Duration.ofHours(1))
                .build();
        List<Answer> answers =
                concurrently(20, () -> loaded(troubleshooter).ask(null, AnswerListener.NONE, new Cancellation()));

        assertThat(provider.calls).hasValue(1);
        assertThat(answers).allMatch(a -> a.statements().size() == 1);
    }

    @Test
    void evidenceOfTheSameKindIsAnsweredFromTheCacheOnlyWhereEverythingInTheAnswerIsTrueOfIt() {
        RecordedReply endless = Scripts.endless("explain", GOOD.parts().get(0));
        Metered provider = new Metered(new ReplayProvider(List.of(endless)));
        Troubleshooter troubleshooter = cached(provider).similarAnswers(true).build();
        String later = LoopTest.POOL_LOG.replace("09:43:12.204", "09:43:17.204");
        String other = LoopTest.POOL_LOG.replace("order 7 failed", "order 9 failed");

        assertThat(isCached(troubleshooter, LoopTest.POOL_LOG)).isFalse();
        assertThat(isCached(troubleshooter, later))
                .as("only the time of a line that is not cited differs")
                .isTrue();
        assertThat(isCached(troubleshooter, other))
                .as("the quote does not stand")
                .isFalse();
        Troubleshooter exact = cached(provider).build();
        assertThat(isCached(exact, LoopTest.POOL_LOG)).isFalse();
        assertThat(isCached(exact, later)).as("off by default").isFalse();
    }

    private static Troubleshooter.Builder cached(ModelProvider provider) {
        return builder(provider).cache(new InMemoryAnswerCache(1 << 20, Clock.systemUTC()), Duration.ofHours(1));
    }

    private static boolean isCached(Troubleshooter troubleshooter, String log) {
        Conversation conversation = troubleshooter.converse("ann");
        conversation.add(LogSource.text(log, "orders.log"));
        Answer answer = conversation.ask(null, AnswerListener.NONE, new Cancellation());
        assertThat(answer.statements())
                .allMatch(s -> s.citations().stream()
                        .allMatch(c -> log.contains(c.quote().toString())));
        return answer.diagnosis().usage().cached();
    }

    @Test
    void offlineAndBrokenAnswersAreNotKept() {
        Metered provider = new Metered(new ReplayProvider(List.of(RecordedReply.failing(Fault.Kind.DOWN), GOOD)));
        Troubleshooter troubleshooter = builder(provider)
                .cache(new InMemoryAnswerCache(1 << 20, Clock.systemUTC()), Duration.ofHours(1))
                .build();
        Conversation conversation = loaded(troubleshooter);
        conversation.ask(null, AnswerListener.NONE, new Cancellation());
        Answer second = conversation.ask(null, AnswerListener.NONE, new Cancellation());

        assertThat(second.diagnosis().producedBy().analyst()).isEqualTo("model");
    }
}
