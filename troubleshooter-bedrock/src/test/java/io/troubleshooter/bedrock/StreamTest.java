package io.troubleshooter.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.troubleshooter.bedrock.BedrockServer.Act;
import io.troubleshooter.contract.CollectingSink;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelReply.Stop;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.TokenUsage;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may happen to a stream, beyond what every provider has to cope with. */
@Timeout(60)
class StreamTest {

    private static final Act GOOD = Acts.stream(
            Events.begin().text(0, "All is well.", 4).end("end_turn").usage(10, 5, 0, 0));

    private final CollectingSink sink = new CollectingSink();

    private static Events half() {
        return Events.begin().delta(0, "{\"text\":\"Half of\"}");
    }

    private <E extends ModelException> E fails(Class<E> type, Act... acts) {
        try (Service service = Service.playing(acts)) {
            E failure = catchThrowableOfType(type, () -> service.ask(sink));
            assertThat(failure).isNotNull();
            return failure;
        }
    }

    private ModelReply replies(int attempts, Act... acts) {
        try (Service service = Service.playing(acts)) {
            ModelReply reply = service.ask(sink);
            assertThat(service.server.received()).hasSize(attempts);
            return reply;
        }
    }

    @Test
    void anEventThatIsNoEventIsTriedAgainIfNothingWasSeen() {
        byte[] noise = "this is no event of any kind, but has the length of one".getBytes(StandardCharsets.UTF_8);

        ModelReply reply = replies(2, Acts.stream(new Events().raw(noise)), GOOD);

        assertThat(reply.parts()).containsExactly(new ReplyPart.Text("All is well."));
        assertThat(sink.text).hasToString("All is well.");
    }

    @Test
    void aDamagedEventAfterAPieceBreaksTheReply() {
        byte[] damaged = new Events().text(0, "x", 1).bytes();
        damaged[damaged.length - 6] ^= 0x55;

        CountDownLatch seen = new CountDownLatch(1);
        CollectingSink watching = new CollectingSink(seen::countDown);
        Act act = exchange -> {
            OutputStream out = Acts.beginStream(exchange, half());
            seen.await();
            out.write(damaged);
            out.close();
        };
        try (Service service = Service.playing(act, GOOD)) {
            ModelException.Broken failure =
                    catchThrowableOfType(ModelException.Broken.class, () -> service.ask(watching));

            assertThat(watching.text).hasToString("Half of");
            assertThat(watching.restarts).isZero();
            assertThat(failure.used().output()).isPositive();
        }
    }

    @Test
    void anEventWhosePayloadIsNoJsonBreaksTheReply() {
        fails(ModelException.Broken.class, Acts.stream(half().event("contentBlockDelta", "{\"delta\":")), GOOD);
    }

    @Test
    void unknownEventsAndBlocksAreLeftOut() {
        Events events = Events.begin()
                .event("moonPhase", "{\"phase\":\"full\"}")
                .event("contentBlockStart", "{\"contentBlockIndex\":0,\"start\":{\"hologram\":{\"id\":\"h\"}}}")
                .delta(0, "{\"hologram\":{\"frame\":1}}")
                .stop(0)
                .text(1, "Words.", 3)
                .end("end_turn")
                .usage(1, 1, 0, 0);

        assertThat(replies(1, Acts.stream(events)).parts()).containsExactly(new ReplyPart.Text("Words."));
    }

    @Test
    void wordsAndCallsKeepTheirOrder() {
        Events events = Events.begin()
                .text(0, "Let me look.", 5)
                .call(1, "a", "search", "{\"text\":\"refused\"}", 3)
                .call(2, "b", "list_groups", "", 1)
                .end("tool_use")
                .usage(10, 20, 0, 0);

        ModelReply reply = replies(1, Acts.stream(events));

        assertThat(reply.parts())
                .containsExactly(
                        new ReplyPart.Text("Let me look."),
                        new ReplyPart.Call("a", "search", "{\"text\":\"refused\"}"),
                        new ReplyPart.Call("b", "list_groups", "{}"));
        assertThat(reply.stop()).isEqualTo(Stop.TOOL_CALL);
    }

    @Test
    void argumentsThatAreNoJsonAreHandedOnAsTheyCame() {
        Events events =
                Events.begin().call(0, "a", "search", "{\"text\": \"cut o", 4).end("max_tokens");

        assertThat(replies(1, Acts.stream(events)).parts())
                .containsExactly(new ReplyPart.Call("a", "search", "{\"text\": \"cut o"));
    }

    @Test
    void aGuardrailThatStepsInIsSaid() {
        Events events =
                Events.begin().text(0, "Sorry.", 9).end("guardrail_intervened").usage(1, 1, 0, 0);

        assertThat(replies(1, Acts.stream(events)).stop()).isEqualTo(Stop.FILTERED);
    }

    @Test
    void tokensOfTheCacheAreCountedApart() {
        Events events = Events.begin().text(0, "x", 1).end("end_turn").usage(100, 7, 5_000, 300);

        assertThat(replies(1, Acts.stream(events)).usage()).isEqualTo(new TokenUsage(100, 7, 5_000, 300, false));
    }

    @Test
    void aStreamThatEndsWithoutItsCountIsEstimated() {
        TokenUsage usage = replies(
                        1, Acts.stream(Events.begin().text(0, "A few words.", 4).end("end_turn")))
                .usage();

        assertThat(usage.estimated()).isTrue();
        assertThat(usage.input()).isPositive();
        assertThat(usage.output()).isPositive();
    }

    @Test
    void aStreamThatIsCutAfterItsLastWordIsAReply() {
        ModelReply reply =
                replies(1, Acts.cut(Events.begin().text(0, "All of it.", 4).end("end_turn")));

        assertThat(reply.parts()).containsExactly(new ReplyPart.Text("All of it."));
        assertThat(reply.usage().estimated()).isTrue();
    }

    @Test
    void aStreamThatEndsBeforeItsReplyIsBroken() {
        fails(ModelException.Broken.class, Acts.stream(half()), GOOD);
    }

    @Test
    void aConnectionThatIsCutBeforeTheFirstPieceIsTriedAgain() {
        ModelReply reply = replies(2, Acts.cut(Events.begin()), GOOD);

        assertThat(reply.usage().estimated())
                .as("the first attempt counts, by estimate")
                .isTrue();
        assertThat(reply.usage().input()).isGreaterThan(10);
    }

    @Test
    void aConnectionThatIsClosedWithoutAnAnswerIsTriedAgain() {
        assertThat(replies(2, exchange -> {}, GOOD).parts()).hasSize(1);
    }

    @Test
    void aStreamThatFallsSilentIsLeftWhenTheTimeIsOver() throws InterruptedException {
        CountDownLatch probe = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        try (Service service = Service.playing(Acts.silence(half(), probe, hungUp))) {
            ModelException.TimedOut failure = catchThrowableOfType(
                    ModelException.TimedOut.class,
                    () -> service.provider.ask(
                            Requests.question(Service.MODEL), sink, Requests.within(Duration.ofSeconds(2))));

            assertThat(sink.text).hasToString("Half of");
            assertThat(failure.used().input()).isPositive();
            assertThat(failure.used().output()).isPositive();
            probe.countDown();
            assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aSilenceLongerThanAllowedIsTriedAgain() {
        CountDownLatch never = new CountDownLatch(1);
        Act silent = Acts.silence(Events.begin(), never, never);
        try (Service service = Service.with(b -> b.readTimeout(Duration.ofMillis(400)), silent, GOOD)) {
            assertThat(service.ask(sink).parts()).containsExactly(new ReplyPart.Text("All is well."));
        } finally {
            never.countDown();
        }
    }

    @Test
    void throttlingInMidStreamIsTriedAgainIfNothingWasSeen() {
        Act throttled = Acts.stream(Events.begin().exception("throttlingException", "slow down"));

        assertThat(replies(3, throttled, throttled, GOOD).parts()).hasSize(1);
    }

    @Test
    void throttlingAfterAPieceIsNotHidden() {
        fails(
                ModelException.Unavailable.class,
                Acts.stream(half().exception("throttlingException", Requests.PLANTED)),
                GOOD);
        assertThat(sink.restarts).isZero();
    }

    @Test
    void aModelThatFailsInMidStreamIsTriedOnceMore() {
        Act failing = Acts.stream(Events.begin().exception("modelStreamErrorException", "oops"));

        assertThat(replies(2, failing, GOOD).parts()).hasSize(1);
        fails(ModelException.Broken.class, failing, failing, GOOD);
    }

    @Test
    void aFaultOfTheServiceInMidStreamIsTriedAgain() {
        Act failing = Acts.stream(Events.begin().exception("internalServerException", "oops"));

        assertThat(replies(3, failing, failing, GOOD).parts()).hasSize(1);
    }

    @Test
    void anUnknownExceptionInMidStreamIsAFaultOfTheService() {
        fails(ModelException.Unavailable.class, Acts.stream(half().exception("volcanoException", "oops")), GOOD);
    }

    @Test
    void aSinkThatFailsEndsTheCall() throws InterruptedException {
        CountDownLatch probe = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        CollectingSink failing = new CollectingSink(() -> {
            throw new IllegalStateException("no room");
        });
        try (Service service = Service.playing(Acts.silence(half(), probe, hungUp))) {
            assertThat(catchThrowableOfType(IllegalStateException.class, () -> service.ask(failing)))
                    .hasMessage("no room");
            probe.countDown();
            assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aLongStreamArrivesWhole() {
        String words = "word ".repeat(20_000);
        Events events = Events.begin().text(0, words, 50).end("end_turn").usage(1, 1, 0, 0);

        assertThat(replies(1, Acts.stream(events)).parts()).containsExactly(new ReplyPart.Text(words));
        assertThat(sink.text).hasToString(words);
    }

    @Test
    void aStreamThatIsCutAnywhereIsAReplyOrAFailureThatSaysSo() {
        byte[] whole = Events.begin()
                .text(0, "Some words.", 3)
                .call(1, "a", "search", "{\"text\":\"x\"}", 5)
                .end("tool_use")
                .usage(10, 5, 0, 0)
                .bytes();
        List<Act> acts = new ArrayList<>();
        for (int length = 0; length < whole.length; length += 37) {
            acts.add(Acts.stream(new Events().raw(Arrays.copyOf(whole, length))));
        }
        int replies = 0;
        try (Service service = Service.with(b -> b.attempts(1), acts.toArray(Act[]::new))) {
            for (int i = 0; i < acts.size(); i++) {
                replies += outcome(service) ? 1 : 0;
            }
        }
        assertThat(replies).as("only those that had all but the count").isBetween(1, 20);
    }

    @Test
    void aStreamWithFlippedBitsIsAReplyOrAFailureThatSaysSo() {
        byte[] whole = Events.begin()
                .text(0, "Some words.", 3)
                .end("end_turn")
                .usage(10, 5, 0, 0)
                .bytes();
        Random random = new Random(11);
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            acts.add(Acts.stream(new Events().raw(damaged)));
        }
        try (Service service =
                Service.with(b -> b.attempts(1).readTimeout(Duration.ofSeconds(5)), acts.toArray(Act[]::new))) {
            for (int i = 0; i < acts.size(); i++) {
                outcome(service);
            }
            assertThat(service.server.received()).hasSize(acts.size());
        }
    }

    /** Whether there was a reply; anything but a reply or a failure of the model's fails the test. */
    private static boolean outcome(Service service) {
        try {
            return service.ask(new CollectingSink()).stop() != Stop.UNKNOWN;
        } catch (ModelException said) {
            assertThat(said.advice()).isNotBlank();
            return false;
        }
    }

    @Test
    void aReplyWithoutAnEndIsGivenUp() {
        Events events = Events.begin().text(0, "x".repeat(8_200_000), 100_000);

        fails(ModelException.Broken.class, Acts.stream(events), GOOD);
    }

    @Test
    void manyStreamsAtOnceDoNotMix() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(24);
        try (Service service = Service.playing(exchange -> {
            String model = exchange.getRequestURI().getPath().split("/")[2];
            Acts.stream(Events.begin()
                            .text(0, model.repeat(200), 13)
                            .end("end_turn")
                            .usage(1, 1, 0, 0))
                    .play(exchange);
        })) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 96; i++) {
                String model = "acme.model-" + i;
                results.add(threads.submit(() -> {
                    CollectingSink own = new CollectingSink();
                    service.ask(Requests.question(model), own);
                    return own.text.toString().equals(model.repeat(200));
                }));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void interruptingTheThreadEndsTheCallAndKeepsTheMark() throws InterruptedException {
        CountDownLatch probe = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        Thread asking = Thread.currentThread();
        CollectingSink interrupted = new CollectingSink(asking::interrupt);
        try (Service service = Service.playing(Acts.silence(half(), probe, hungUp))) {
            assertThat(catchThrowableOfType(ModelException.Cancelled.class, () -> service.ask(interrupted)))
                    .isNotNull();
            assertThat(Thread.interrupted()).isTrue();
            probe.countDown();
            assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
