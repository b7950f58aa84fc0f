package io.troubleshooter.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.TokenUsage;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the whole reply, on a thread that can be interrupted. */
final class BlockingAttempt implements Attempt {

    private final ChatModel model;
    private final ChatRequest mapped;
    private final ExecutorService calls;

    BlockingAttempt(ChatModel model, ChatRequest mapped, ExecutorService calls) {
        this.model = model;
        this.mapped = mapped;
        this.calls = calls;
    }

    @Override
    public boolean hasShown() {
        return false;
    }

    @Override
    public ModelReply make(ModelRequest request, CallLimits limits, Deadline deadline, long begun) {
        TokenUsage estimate = Estimates.of(request, 0);
        Future<ChatResponse> call = calls.submit(() -> model.chat(mapped));
        try (Cancellation.Handle stop = limits.cancellation().onCancel(() -> call.cancel(true))) {
            ChatResponse response = call.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return ReplyMapper.map(response, request, begun);
        } catch (CancellationException | InterruptedException e) {
            call.cancel(true);
            Interruptions.keep(e);
            throw new ModelException.Cancelled(estimate);
        } catch (TimeoutException e) {
            call.cancel(true);
            deadline.check(estimate);
            throw FailureMapper.timedOut(estimate);
        } catch (ExecutionException e) {
            throw FailureMapper.map(e.getCause(), estimate);
        }
    }
}
