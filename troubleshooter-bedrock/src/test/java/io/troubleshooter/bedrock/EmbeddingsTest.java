package io.troubleshooter.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.bedrock.BedrockServer.Act;
import io.troubleshooter.bedrock.BedrockServer.Received;
import io.troubleshooter.contract.EmbeddingsContract;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.contract.WordVectors;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.EmbeddingRequest;
import io.troubleshooter.model.Embeddings;
import io.troubleshooter.model.ModelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Titan Text Embeddings V2 by its wire format. */
class EmbeddingsTest extends EmbeddingsContract {

    private final BedrockServer server = new BedrockServer(EmbeddingsTest::titan);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Embeddings embeddings() {
        return asking(server);
    }

    private static Embeddings asking(BedrockServer server) {
        return Providers.of(server).embeddings(BedrockEmbeddings.TITAN_V2);
    }

    /** What Titan says: a vector, and how many tokens it read. */
    private static Act titan(Received request) {
        String text = request.body().path("inputText").asText();
        float[] vector =
                WordVectors.vector(text, request.body().path("dimensions").asInt());
        int tokens = text.split(" ", -1).length;
        return Acts.json("{\"embedding\":" + Arrays.toString(vector) + ",\"embeddingsByType\":{\"float\":[]},"
                + "\"inputTextTokenCount\":" + tokens + "}");
    }

    private static EmbeddingRequest words(String... texts) {
        return new EmbeddingRequest(Arrays.stream(texts).map(Requests::redacted).toList(), 256);
    }

    @Test
    void aTextIsSentAsTitanTakesIt() {
        try (Embeddings embeddings = asking(server)) {
            embeddings.embed(words("disk \"full\""), Requests.patient());

            Received request = server.received().get(0);
            assertThat(request.path()).isEqualTo("/model/amazon.titan-embed-text-v2%3A0/invoke");
            JsonNode body = request.body();
            assertThat(body.size()).isEqualTo(3);
            assertThat(body.path("inputText").asText()).isEqualTo("disk \"full\"");
            assertThat(body.path("dimensions").asInt()).isEqualTo(256);
            assertThat(body.path("normalize").asBoolean()).isTrue();
        }
    }

    @Test
    void throttlingIsTriedAgain() {
        AtomicInteger calls = new AtomicInteger();
        try (BedrockServer busy = new BedrockServer(request -> calls.getAndIncrement() % 2 == 0
                        ? Acts.error(429, "ThrottlingException", "Too many requests.")
                        : titan(request));
                Embeddings embeddings = asking(busy)) {
            assertThat(embeddings
                            .embed(words("a", "b", "c"), Requests.patient())
                            .vectors())
                    .hasSize(3);
        }
    }

    @Test
    void aTextOfTooManyTokensIsRefusedAndWhatTheOthersUsedIsCounted() {
        try (BedrockServer strict = new BedrockServer(
                        request -> request.body().path("inputText").asText().startsWith("long")
                                ? Acts.error(
                                        400, "ValidationException", "Too many input tokens. Max input tokens: 8192")
                                : titan(request));
                Embeddings embeddings = asking(strict)) {
            assertThatExceptionOfType(ModelException.Refused.class)
                    .isThrownBy(() -> embeddings.embed(words("fine", "long text", "fine"), Requests.patient()))
                    .withMessageContaining("longer than")
                    .withMessageNotContaining(Requests.PLANTED);
        }
    }

    @Test
    void aServiceThatStaysDownIsSaidWithWhatWasUsed() {
        try (BedrockServer down = new BedrockServer(
                        request -> request.body().path("inputText").asText().equals("b")
                                ? Acts.error(503, "ServiceUnavailableException", "Down.")
                                : titan(request));
                Embeddings embeddings = asking(down)) {
            assertThatExceptionOfType(ModelException.Unavailable.class)
                    .isThrownBy(() -> embeddings.embed(words("a a a", "b"), Requests.patient()))
                    .satisfies(failed -> assertThat(failed.used().input()).isEqualTo(3));
        }
    }

    @Test
    void noMoreThanEightCallsAreUnderWayAtOnce() throws Exception {
        CountDownLatch eight = new CountDownLatch(8);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Act slow = exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            eight.countDown();
            go.await();
            now.decrementAndGet();
        };
        try (BedrockServer crowded = new BedrockServer(request -> exchange -> {
                    slow.play(exchange);
                    titan(request).play(exchange);
                });
                Embeddings embeddings = asking(crowded)) {
            String[] texts = new String[30];
            Arrays.fill(texts, "word");
            CompletableFuture<Integer> done = new CompletableFuture<>();
            Thread asker = new Thread(() -> done.complete(
                    embeddings.embed(words(texts), Requests.patient()).vectors().size()));
            asker.start();
            assertThat(eight.await(30, TimeUnit.SECONDS)).isTrue();
            go.countDown();

            assertThat(done.get(30, TimeUnit.SECONDS)).isEqualTo(30);
            assertThat(most.get()).isEqualTo(8);
        }
    }

    @Test
    void stoppingEndsCallsThatHang() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        try (BedrockServer silent = new BedrockServer(request -> exchange -> {
                    begun.countDown();
                    never.await();
                });
                Embeddings embeddings = asking(silent)) {
            CompletableFuture<Throwable> failed = new CompletableFuture<>();
            new Thread(() -> {
                        try {
                            embeddings.embed(words("a", "b"), new CallLimits(Duration.ofMinutes(1), cancellation));
                        } catch (ModelException stopped) {
                            failed.complete(stopped);
                        }
                    })
                    .start();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();

            assertThat(failed.get(30, TimeUnit.SECONDS)).isInstanceOf(ModelException.Cancelled.class);
            assertThatExceptionOfType(ModelException.TimedOut.class)
                    .isThrownBy(() -> embeddings.embed(words("a"), Requests.within(Duration.ofMillis(300))));
        } finally {
            never.countDown();
        }
    }

    @Test
    void whatIsNoVectorIsNotTakenForOne() {
        for (String reply : List.of("{}", "[]", "no json", "{\"embedding\":[1,2]}", "{\"embedding\":\"x\"}")) {
            try (BedrockServer odd = new BedrockServer(List.of(Acts.json(reply)));
                    Embeddings embeddings = asking(odd)) {
                assertThatExceptionOfType(ModelException.Broken.class)
                        .isThrownBy(() -> embeddings.embed(words("a"), Requests.patient()));
            }
        }
    }
}
