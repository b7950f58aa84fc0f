package io.troubleshooter.model;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.model.RecordedReply.Fault.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Passes every request on to another provider and writes what came back, one file a call, for {@link ReplayProvider}.
 * Requests are not written, and neither are opaque parts, which no other call could use.
 */
public final class RecordingProvider implements ModelProvider {

    private final ModelProvider provider;
    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();

    /**
     * Records into a folder.
     *
     * @param folder that exists; files of the same names are replaced
     */
    public RecordingProvider(ModelProvider provider, Path folder) {
        this.provider = provider;
        this.folder = folder;
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
        int number = count.incrementAndGet();
        try {
            ModelReply reply = provider.ask(request, sink, limits);
            write(number, recorded(request, reply.parts(), reply.stop(), reply.usage(), null));
            return reply;
        } catch (ModelException failure) {
            Kind kind = kind(failure);
            if (kind != null) {
                RecordedReply.Fault fault = new RecordedReply.Fault(kind, false, 0, retryAfter(failure));
                write(number, recorded(request, List.of(), ModelReply.Stop.END, null, fault));
            }
            throw failure;
        }
    }

    private static RecordedReply recorded(
            ModelRequest request,
            List<ReplyPart> parts,
            ModelReply.Stop stop,
            @Nullable TokenUsage usage,
            RecordedReply.@Nullable Fault fault) {
        String stage = request.metadata().get(ReplayProvider.STAGE);
        return new RecordedReply(stage, request.forcedTool(), 1, parts, stop, usage, Duration.ZERO, fault);
    }

    /** Null for what says nothing about the model: the caller's own wish to stop. */
    private static @Nullable Kind kind(ModelException failure) {
        if (failure instanceof ModelException.Unavailable) {
            return Kind.THROTTLED;
        } else if (failure instanceof ModelException.TimedOut) {
            return Kind.TIMEOUT;
        } else if (failure instanceof ModelException.Broken) {
            return Kind.BROKEN;
        } else if (failure instanceof ModelException.Refused) {
            return Kind.REFUSED;
        }
        return failure instanceof ModelException.Misconfigured ? Kind.MISCONFIGURED : null;
    }

    private static @Nullable Duration retryAfter(ModelException failure) {
        return failure instanceof ModelException.Unavailable unavailable ? unavailable.retryAfter() : null;
    }

    private void write(int number, RecordedReply reply) {
        try {
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "%04d.json", number)), RecordedReplyJson.write(reply));
        } catch (IOException e) {
            throw new TroubleshooterException(
                    Code.UNREADABLE_INPUT, "A reply could not be recorded.", "Check the folder for recordings.");
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
