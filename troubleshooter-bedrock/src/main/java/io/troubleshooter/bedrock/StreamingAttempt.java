package io.troubleshooter.bedrock;

import io.troubleshooter.bedrock.EventQueue.Signal;
import io.troubleshooter.bedrock.Fault.Failed;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelReply;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** One attempt at a streamed reply, driven by the thread that asked. */
final class StreamingAttempt {

    private final Deadline deadline;
    private final Assembler assembler;
    private final Faults faults;
    private final EventQueue queue = new EventQueue();

    StreamingAttempt(Deadline deadline, Assembler assembler, Faults faults) {
        this.deadline = deadline;
        this.assembler = assembler;
        this.faults = faults;
    }

    /** @throws Failed if the attempt failed */
    @SuppressWarnings("FutureReturnValueIgnored") // how the call ends comes out of the queue
    ModelReply run(BedrockRuntimeAsyncClient client, ConverseStreamRequest request, Cancellation cancellation) {
        long start = System.nanoTime();
        CompletableFuture<Void> call = client.converseStream(request, handler());
        call.whenComplete((nothing, failure) -> queue.over(failure));
        try (Cancellation.Handle handle = cancellation.onCancel(() -> queue.over(null))) {
            Throwable failure = drain();
            deadline.check(assembler.usedAtMost());
            if (failure != null && !assembler.complete()) {
                throw new Failed(faults.of(failure), assembler.used(), assembler.shown());
            }
            requireComplete();
            return assembler.reply((System.nanoTime() - start) / 1_000_000);
        } finally {
            queue.cancel();
            call.cancel(true);
        }
    }

    private ConverseStreamResponseHandler handler() {
        return ConverseStreamResponseHandler.builder()
                .onEventStream(publisher -> publisher.subscribe(queue))
                .build();
    }

    /** Hands on what comes until it is over; returns why it failed, or null. */
    private @Nullable Throwable drain() {
        while (true) {
            Signal signal = next();
            if (signal instanceof Signal.Over over) {
                return over.failure();
            } else if (signal instanceof Signal.Event event) {
                event.event().accept(assembler);
            }
            deadline.check(assembler.usedAtMost());
            if (assembler.tooLong()) {
                throw new Failed(faults.endless(), assembler.used(), true);
            }
        }
    }

    private @Nullable Signal next() {
        try {
            return queue.next(deadline.remaining().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException.Cancelled(assembler.usedAtMost());
        }
    }

    private void requireComplete() {
        if (!assembler.complete()) {
            throw new Failed(faults.incomplete(), assembler.used(), assembler.shown());
        }
    }
}
