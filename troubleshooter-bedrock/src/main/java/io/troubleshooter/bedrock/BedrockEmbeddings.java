package io.troubleshooter.bedrock;

import io.troubleshooter.bedrock.Fault.Failed;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.Embedded;
import io.troubleshooter.model.EmbeddingLimits;
import io.troubleshooter.model.EmbeddingRequest;
import io.troubleshooter.model.Embeddings;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.redact.RedactedText;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;

/**
 * Vectors from Amazon Bedrock, by InvokeModel: Titan Text Embeddings V2. The service takes one text a call, so that
 * several calls are under way at once, at most {@value #AT_ONCE} for all callers together: requests a minute is what
 * Bedrock throttles these models by. Retries as {@link BedrockProvider}. Connects when first asked. Thread-safe.
 */
public final class BedrockEmbeddings implements Embeddings {

    public static final String TITAN_V2 = "amazon.titan-embed-text-v2:0";

    private static final int AT_ONCE = 8;

    /** As AWS states them for Titan Text Embeddings V2; how many texts are taken at once is our own limit. */
    private static final EmbeddingLimits LIMITS = new EmbeddingLimits(Set.of(256, 512, 1_024), 8_192, 50_000, 1_000);

    private final Connection connection;
    private final ModelCard card;
    private final Retries retries;
    private final ExecutorService threads;

    BedrockEmbeddings(Connection connection, ModelCard card, Retries retries) {
        this.connection = connection;
        this.card = card;
        this.retries = retries;
        this.threads = Executors.newFixedThreadPool(AT_ONCE, BedrockEmbeddings::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "bedrock-embeddings");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public EmbeddingLimits limits() {
        return LIMITS;
    }

    @Override
    public Embedded embed(EmbeddingRequest request, CallLimits limits) {
        LIMITS.check(request);
        Cancellation all = new Cancellation();
        try (Cancellation.Handle handle = limits.cancellation().onCancel(all::cancel);
                Deadline deadline = Deadline.start(new CallLimits(limits.timeout(), all))) {
            deadline.check(TokenUsage.NONE);
            Function<RedactedText, Embedded> one = text -> one(TitanText.of(text, request.dimensions()), deadline, all);
            return new Batch(threads, all).run(request.texts(), one);
        }
    }

    private Embedded one(TitanText text, Deadline deadline, Cancellation all) {
        Faults faults = new Faults(new Advice(card.id(), connection.region()));
        return retries.run(() -> attempt(text, new Waiting(deadline, all, faults)), BedrockEmbeddings::plus, deadline);
    }

    private Embedded attempt(TitanText text, Waiting waiting) {
        InvokeModelRequest request = InvokeModelRequest.builder()
                .modelId(card.id())
                .contentType("application/json")
                .accept("application/json")
                .body(SdkBytes.fromUtf8String(text.json()))
                .build();
        InvokeModelResponse response = waiting.await(client(waiting.faults()).invokeModel(request), text.estimate());
        return text.read(response.body().asUtf8String(), waiting.faults());
    }

    private BedrockRuntimeAsyncClient client(Faults faults) {
        try {
            return connection.client();
        } catch (SdkException | IllegalArgumentException e) {
            throw new Failed(faults.of(e), TokenUsage.NONE, false);
        }
    }

    private static Embedded plus(Embedded result, TokenUsage before) {
        return new Embedded(List.copyOf(result.vectors()), result.usage().plus(before));
    }

    @Override
    public void close() {
        // Who waits for a part that has not begun would wait for ever.
        threads.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(true));
        connection.close();
    }
}
