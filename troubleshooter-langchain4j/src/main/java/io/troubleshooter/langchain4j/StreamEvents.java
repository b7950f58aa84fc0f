package io.troubleshooter.langchain4j;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What arrives of a stream, in order, from whatever thread it arrives on. */
final class StreamEvents implements StreamingChatResponseHandler {

    sealed interface Event {}

    record Text(String piece) implements Event {}

    record Arguments(String tool, String piece) implements Event {}

    record Done(ChatResponse response) implements Event {}

    record Failed(Throwable cause) implements Event {}

    /** Wakes the thread that waits. */
    private record Stopped() implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile @Nullable StreamingHandle handle;

    void run(StreamingChatModel model, ChatRequest request) {
        try {
            model.chat(request, this);
        } catch (RuntimeException e) {
            events.add(new Failed(e));
        }
    }

    /** The next event; null when the time is over. */
    @Nullable
    Event next(Duration wait) throws InterruptedException {
        return events.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    void stop(Future<?> call) {
        StreamingHandle open = handle;
        if (open != null) {
            open.cancel();
        }
        call.cancel(true);
        events.add(new Stopped());
    }

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
        handle = context.streamingHandle();
        events.add(new Text(partial.text()));
    }

    @Override
    public void onPartialToolCall(PartialToolCall partial, PartialToolCallContext context) {
        handle = context.streamingHandle();
        events.add(new Arguments(partial.name(), partial.partialArguments()));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        events.add(new Done(response));
    }

    @Override
    public void onError(Throwable error) {
        events.add(new Failed(error));
    }
}
