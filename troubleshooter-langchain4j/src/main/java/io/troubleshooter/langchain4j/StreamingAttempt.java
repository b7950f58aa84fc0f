package io.troubleshooter.langchain4j;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplySink;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Passes the pieces of a reply on, on the thread that asked, as they arrive on others. */
final class StreamingAttempt implements Attempt {

    private final StreamingChatModel model;
    private final ChatRequest mapped;
    private final ReplySink sink;
    private final ExecutorService calls;
    private int shown;

    StreamingAttempt(StreamingChatModel model, ChatRequest mapped, ReplySink sink, ExecutorService calls) {
        this.model = model;
        this.mapped = mapped;
        this.sink = sink;
        this.calls = calls;
    }

    @Override
    public boolean hasShown() {
        return shown > 0;
    }

    @Override
    public ModelReply make(ModelRequest request, CallLimits limits, Deadline deadline, long begun) {
        StreamEvents events = new StreamEvents();
        Future<?> call = calls.submit(() -> events.run(model, mapped));
        try (Cancellation.Handle stop = limits.cancellation().onCancel(() -> events.stop(call))) {
            return ReplyMapper.map(drain(events, request, limits, deadline), request, begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException.Cancelled(Estimates.of(request, shown));
        } finally {
            events.stop(call);
        }
    }

    private ChatResponse drain(StreamEvents events, ModelRequest request, CallLimits limits, Deadline deadline)
            throws InterruptedException {
        while (true) {
            StreamEvents.Event event = events.next(deadline.remaining());
            if (limits.cancellation().isCancelled()) {
                throw new ModelException.Cancelled(Estimates.of(request, shown));
            }
            if (event == null) {
                deadline.check(Estimates.of(request, shown));
                throw FailureMapper.timedOut(Estimates.of(request, shown));
            }
            if (event instanceof StreamEvents.Done done) {
                return done.response();
            }
            if (event instanceof StreamEvents.Failed failed) {
                throw failure(failed.cause(), request);
            }
            show(event);
        }
    }

    /** What was shown cannot be taken back: then a failure is the end of it. */
    private ModelException failure(Throwable cause, ModelRequest request) {
        ModelException failure = FailureMapper.map(cause, Estimates.of(request, shown));
        boolean again = failure instanceof ModelException.Unavailable;
        return again && shown > 0 ? FailureMapper.broken(Estimates.of(request, shown)) : failure;
    }

    private void show(StreamEvents.Event event) {
        if (event instanceof StreamEvents.Text text) {
            shown += text.piece().length();
            sink.text(text.piece());
        } else if (event instanceof StreamEvents.Arguments arguments) {
            shown += arguments.piece().length();
            sink.arguments(arguments.tool(), arguments.piece());
        }
    }
}
