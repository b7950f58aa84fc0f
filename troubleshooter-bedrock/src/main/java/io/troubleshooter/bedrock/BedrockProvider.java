package io.troubleshooter.bedrock;

import io.troubleshooter.bedrock.Fault.Failed;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TextScreen;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.model.TokenUsage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

/**
 * Models on Amazon Bedrock, by Converse and ConverseStream: any model id, inference profile or ARN. Connects when first
 * asked. Thread-safe; threads of the SDK's network serve all calls, and are ended by {@link #close}.
 *
 * <p>Throttling and faults of the service are tried again with growing waits while the call's time lasts; a model's own
 * failure once; nothing of which a piece has been handed on, so that {@link ReplySink#restart} never happens here.
 */
public final class BedrockProvider implements ModelProvider {

    static final String ID = "bedrock";

    private final Connection connection;
    private final ModelCatalog catalog;
    private final @Nullable Guardrail guardrail;
    private final @Nullable String tier;
    private final Map<String, String> metadata;
    private final Retries retries;

    BedrockProvider(
            Connection connection,
            ModelCatalog catalog,
            @Nullable Guardrail guardrail,
            @Nullable String tier,
            Map<String, String> metadata,
            Retries retries) {
        this.connection = connection;
        this.catalog = catalog;
        this.guardrail = guardrail;
        this.tier = tier;
        this.metadata = metadata;
        this.retries = retries;
    }

    public static BedrockBuilder builder() {
        return new BedrockBuilder();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ModelCard card(String model) {
        return catalog.card(model);
    }

    @Override
    public ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits) {
        try (Deadline deadline = Deadline.start(limits)) {
            Shape shape = Shape.of(request, card(request.model()).capabilities());
            String tool = request.forcedTool();
            if (shape != Shape.NATIVE_JSON || tool == null) {
                return run(request, sink, limits, deadline);
            }
            ReplySink words = sink == ReplySink.NONE ? sink : new AsArguments(sink, tool);
            return Replies.asCall(run(request, words, limits, deadline), tool);
        }
    }

    private ModelReply run(ModelRequest request, ReplySink sink, CallLimits limits, Deadline deadline) {
        Wire wire = new RequestMapper(request, card(request.model()).capabilities()).map(guardrail, tier, metadata);
        long start = System.nanoTime();
        ModelReply reply = retries.run(
                () -> sink == ReplySink.NONE
                        ? blocking(request, wire, limits, deadline)
                        : streaming(request, wire, sink, limits, deadline),
                deadline);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new ModelReply(reply.parts(), reply.stop(), reply.usage(), reply.model(), millis);
    }

    private ModelReply blocking(ModelRequest request, Wire wire, CallLimits limits, Deadline deadline) {
        Faults faults = faults(request.model());
        BedrockRuntimeAsyncClient client = client(faults);
        ConverseResponse response = new Waiting(deadline, limits.cancellation(), faults)
                .await(client.converse(wire.blocking()), TokenEstimate.usage(request, 0));
        return Replies.of(response, request, 0);
    }

    private ModelReply streaming(
            ModelRequest request, Wire wire, ReplySink sink, CallLimits limits, Deadline deadline) {
        Faults faults = faults(request.model());
        return new StreamingAttempt(deadline, new Assembler(request, sink), faults)
                .run(client(faults), wire.streaming(), limits.cancellation());
    }

    private Faults faults(String model) {
        return new Faults(new Advice(model, connection.region()));
    }

    private BedrockRuntimeAsyncClient client(Faults faults) {
        try {
            return connection.client();
        } catch (SdkException | IllegalArgumentException e) {
            throw new Failed(faults.of(e), TokenUsage.NONE, false);
        }
    }

    /**
     * A guardrail as a second opinion on a conversation (ApplyGuardrail): asked about the question, the digest of the
     * evidence and the answer, once each. Costs per thousand characters. Where it is used, {@link BedrockBuilder#guardrail}
     * should not be: that looks at everything that is sent in every call of a turn, but not at the outputs of tools.
     */
    public TextScreen screen(Guardrail asked) {
        return new BedrockScreen(asked, connection);
    }

    @Override
    public void close() {
        connection.close();
    }
}
