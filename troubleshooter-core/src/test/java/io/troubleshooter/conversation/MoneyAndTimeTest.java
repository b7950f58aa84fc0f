package io.troubleshooter.conversation;

import static io.troubleshooter.contract.Scripts.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.contract.Scripts;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.InMemoryBudgets;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.RecordedReply;
import io.troubleshooter.model.RecordedReply.Fault;
import io.troubleshooter.model.ReplayProvider;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.talk.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Budgets, deadlines and cancellation around a turn. */
class MoneyAndTimeTest {

    /** A model with a price, by the built-in catalog. */
    static final String PRICED = "global.anthropic.claude-sonnet-5-5";

    static final RecordedReply GOOD =
            answer().says("Orders failed.", "S1:2 order 7 failed").reply();

    /** Counts what providers say was used, and every settlement. */
    static final class CountingBudgets implements Budgets {
        final InMemoryBudgets budgets;
        final AtomicInteger reserved = new AtomicInteger();
        final AtomicInteger settled = new AtomicInteger();
        final AtomicInteger twice = new AtomicInteger();

        CountingBudgets(long limit) {
            budgets = new InMemoryBudgets(limit, Clock.systemUTC());
        }

        @Override
        public Decision reserve(String account, String id, long microUsd, Duration lease) {
            Decision decision = budgets.reserve(account, id, microUsd, lease);
            if (decision instanceof Reservation) {
                reserved.incrementAndGet();
            }
            return decision;
        }

        @Override
        public boolean settle(Reservation reservation, long microUsd) {
            boolean first = budgets.settle(reservation, microUsd);
            (first ? settled : twice).incrementAndGet();
            return first;
        }

        @Override
        public Balance balance(String account) {
            return budgets.balance(account);
        }

        @Override
        public void limit(String account, Long microUsd) {
            budgets.limit(account, microUsd);
        }

        @Override
        public List<Account> accounts(String accounts) {
            return budgets.accounts(accounts);
        }

        @Override
        public List<Spent> spent(String accounts, LocalDate first, LocalDate last) {
            return budgets.spent(accounts, first, last);
        }
    }

    /** Adds up what the calls of another provider cost. */
    static final class Metered implements ModelProvider {
        final ModelProvider provider;
        final AtomicLong spent = new AtomicLong();
        final AtomicInteger calls = new AtomicInteger();

        Metered(ModelProvider provider) {
            this.provider = provider;
        }

        @Override
        public String id() {
            return provider.id();
        }

        @Override
        public ModelCard card(String model) {
            return provider.card(model);
        }

        @Override
        public ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits) {
            calls.incrementAndGet();
            ModelReply reply = provider.ask(request, sink, limits);
            spent.addAndGet(
                    card(request.model()).cost(reply.usage(), java.time.LocalDate.now(java.time.ZoneOffset.UTC)));
            return reply;
        }
    }

    static Troubleshooter.Builder builder(ModelProvider provider) {
        return Troubleshooter.builder().model(provider, settings(Duration.ofSeconds(30)));
    }

    private static ModelSettings settings(Duration time) {
        return new ModelSettings(PRICED, PRICED, 2_000, 2, time, 1_000_000);
    }

    static Conversation loaded(Troubleshooter troubleshooter) {
        Conversation conversation = troubleshooter.converse("ann");
        conversation.add(LogSource.text(LoopTest.POOL_LOG, "orders.log"));
        return conversation;
    }

    @Test
    void anAnswerSaysWhatItCostAndTheBudgetHasThatMuchLess() {
        CountingBudgets budgets = new CountingBudgets(1_000_000);
        Metered provider = new Metered(new ReplayProvider(List.of(GOOD)));
        Answer answer =
                loaded(builder(provider).budgets(budgets).build()).ask(null, AnswerListener.NONE, new Cancellation());

        assertThat(provider.spent.get()).isPositive();
        assertThat(budgets.balance("ann").spent()).isEqualTo(provider.spent.get());
        assertThat(budgets.balance("ann").held()).isZero();
        assertThat(answer.diagnosis().usage().costUsd()).isEqualTo(provider.spent.get() / 1e6);
        assertThat(answer.diagnosis().usage().outputTokens()).isPositive();
    }

    @Test
    void anEmptyBudgetGivesTheOfflineAnswerWithoutACall() {
        Metered provider = new Metered(new ReplayProvider(List.of(GOOD)));
        Answer answer = loaded(
                        builder(provider).budgets(new CountingBudgets(10)).build())
                .ask(null, AnswerListener.NONE, new Cancellation());

        assertThat(provider.calls).hasValue(0);
        assertThat(answer.diagnosis().producedBy().analyst()).isEqualTo("offline");
        assertThat(answer.notes()).singleElement().asString().contains("budget");
    }

    @Test
    void twoHundredTurnsOnOneBudgetNeverOverspendAndSettleOnceEach() throws Exception {
        long limit = 400_000;
        CountingBudgets budgets = new CountingBudgets(limit);
        List<RecordedReply> script = List.of(new RecordedReply(
                "explain",
                null,
                RecordedReply.ENDLESS,
                GOOD.parts(),
                ModelReply.Stop.TOOL_CALL,
                new TokenUsage(3_000, 400, 0, 0, false),
                Duration.ofMillis(2),
                null));
        Metered provider = new Metered(new ReplayProvider(script));
        Troubleshooter troubleshooter = builder(provider).budgets(budgets).build();
        List<Answer> answers =
                concurrently(200, () -> loaded(troubleshooter).ask(null, AnswerListener.NONE, new Cancellation()));

        long byModel = answers.stream()
                .filter(a -> a.diagnosis().producedBy().analyst().equals("model"))
                .count();
        assertThat(byModel).isBetween(1L, 199L);
        assertThat(budgets.balance("ann").spent())
                .isEqualTo(provider.spent.get())
                .isLessThanOrEqualTo(limit);
        assertThat(budgets.balance("ann").held()).isZero();
        assertThat(budgets.settled.get()).isEqualTo(budgets.reserved.get());
        assertThat(budgets.twice).hasValue(0);
        assertThat(answers).allMatch(a -> !a.diagnosis().hypotheses().isEmpty());
    }

    interface Work {
        Answer get() throws Exception;
    }

    static List<Answer> concurrently(int times, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.get();
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.Kind.class)
    void everyFaultEndsInAnAnswerWithinTheTimeAndOneSettlement(Fault.Kind kind) {
        CountingBudgets budgets = new CountingBudgets(10_000_000);
        Fault fault = new Fault(kind, false, 40, null);
        RecordedReply failing =
                new RecordedReply(null, null, 1, GOOD.parts(), ModelReply.Stop.TOOL_CALL, null, Duration.ZERO, fault);
        Troubleshooter troubleshooter = Troubleshooter.builder()
                .model(new ReplayProvider(List.of(failing)), settings(Duration.ofMillis(300)))
                .budgets(budgets)
                .build();
        long start = System.nanoTime();
        Answer answer = loaded(troubleshooter).ask(null, AnswerListener.NONE, new Cancellation());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(answer.diagnosis().hypotheses().get(0).cause()).isEqualTo("postgres/too-many-clients");
        assertThat(answer.notes()).isNotEmpty();
        assertThat(budgets.settled).hasValue(1);
        assertThat(budgets.twice).hasValue(0);
        boolean counted = kind == Fault.Kind.CUT || kind == Fault.Kind.HANG;
        assertThat(budgets.balance("ann").spent() > 0).isEqualTo(counted);
    }

    @Test
    void aStoppedTurnKeepsWhatWasShown() {
        Cancellation cancellation = new Cancellation();
        RecordedReply two = answer().says("Orders failed.", "S1:2 order 7 failed")
                .says("The database refused.", "S1:3 too many clients already")
                .reply();
        Conversation conversation =
                loaded(builder(new ReplayProvider(List.of(two))).build());
        AnswerListener stopping = new AnswerListener() {
            @Override
            public void statement(Statement statement) {
                cancellation.cancel();
            }
        };
        Answer answer = conversation.ask(null, stopping, cancellation);

        assertThat(answer.statements()).extracting(Statement::text).containsExactly("Orders failed.");
        assertThat(answer.notes()).anyMatch(note -> note.startsWith("Stopped"));
        assertThat(conversation.turns()).hasSize(1);
    }

    @Test
    void aTurnStoppedBeforeItBeganAsksNobody() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        Metered provider = new Metered(new ReplayProvider(List.of(GOOD)));
        Answer answer = loaded(builder(provider).build()).ask("why?", AnswerListener.NONE, cancellation);

        assertThat(provider.calls).hasValue(0);
        assertThat(answer.notes()).singleElement().asString().contains("Stopped");
    }

    @Test
    void endlessToolCallsEndInTheOfflineAnswerAfterTheRoundsAllowed() {
        RecordedReply looking = Scripts.endless(null, new ReplyPart.Call("c", "search", "{\"text\":\"order\"}"));
        Metered provider = new Metered(new ReplayProvider(List.of(looking)));
        Answer answer =
                loaded(builder(provider).build()).ask("what is the sequence?", AnswerListener.NONE, new Cancellation());

        assertThat(provider.calls.get()).isLessThanOrEqualTo(4);
        assertThat(answer.diagnosis().hypotheses()).isNotEmpty();
        assertThat(answer.notes()).singleElement().asString().contains("no answer that could be read");
    }

    @Test
    void aDefectOfAProviderIsAnsweredOfflineAndSettled() {
        CountingBudgets budgets = new CountingBudgets(10_000_000);
        ModelProvider defect = new ModelProvider() {
            private final ReplayProvider replay = new ReplayProvider(List.of());

            @Override
            public String id() {
                return "defect";
            }

            @Override
            public ModelCard card(String model) {
                return replay.card(model);
            }

            @Override
            public ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits) {
                throw new IllegalStateException("password=hunter2-of-the-provider");
            }
        };
        Answer answer =
                loaded(builder(defect).budgets(budgets).build()).ask(null, AnswerListener.NONE, new Cancellation());

        assertThat(answer.notes())
                .singleElement()
                .asString()
                .contains("IllegalStateException")
                .doesNotContain("hunter2");
        assertThat(budgets.settled).hasValue(1);
    }

    @Test
    void aListenerThatFailsDoesNotEndTheTurn() {
        AnswerListener failing = new AnswerListener() {
            @Override
            public void statement(Statement statement) {
                throw new IllegalStateException("gone");
            }
        };
        Answer answer =
                loaded(builder(new ReplayProvider(List.of(GOOD))).build()).ask(null, failing, new Cancellation());

        assertThat(answer.statements()).hasSize(1);
    }
}
