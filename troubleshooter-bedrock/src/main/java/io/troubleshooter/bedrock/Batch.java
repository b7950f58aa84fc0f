package io.troubleshooter.bedrock;

import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Embedded;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.TokenUsage;
import io.troubleshooter.redact.RedactedText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several texts side by side. The first that fails stops the others, and what all of them used is counted. */
final class Batch {

    private final ExecutorService threads;
    private final Cancellation all;

    /** @param all stops every part; each part heeds it, and its time */
    Batch(ExecutorService threads, Cancellation all) {
        this.threads = threads;
        this.all = all;
    }

    Embedded run(List<RedactedText> texts, Function<RedactedText, Embedded> one) {
        List<Future<Embedded>> parts = new ArrayList<>();
        try {
            texts.forEach(text -> parts.add(threads.submit(() -> one.apply(text))));
        } catch (RejectedExecutionException closed) {
            all.cancel();
            throw new IllegalStateException("the client is closed", closed);
        }
        return joined(parts);
    }

    private Embedded joined(List<Future<Embedded>> parts) {
        List<float[]> vectors = new ArrayList<>();
        TokenUsage used = TokenUsage.NONE;
        ModelException first = null;
        for (Future<Embedded> part : parts) {
            try {
                Embedded done = part.get();
                vectors.addAll(done.vectors());
                used = used.plus(done.usage());
            } catch (ExecutionException e) {
                ModelException failed = failure(e);
                all.cancel();
                used = first == null ? used : used.plus(failed.used());
                // Why it failed, not that others were stopped because of it.
                first = first == null ? failed : first;
            } catch (CancellationException e) {
                throw new IllegalStateException("the client is closed", e);
            } catch (InterruptedException e) {
                all.cancel();
                Thread.currentThread().interrupt();
                throw new ModelException.Cancelled(used);
            }
        }
        if (first != null) {
            throw first.plus(used);
        }
        return new Embedded(vectors, used);
    }

    private static ModelException failure(ExecutionException e) {
        if (e.getCause() instanceof ModelException failed) {
            return failed;
        }
        return new ModelException.Broken(
                "The model provider failed (" + name(e.getCause()) + ").",
                "Report it to whoever made the provider.",
                TokenUsage.NONE);
    }

    private static String name(@Nullable Throwable defect) {
        return defect == null ? "unknown" : defect.getClass().getSimpleName();
    }
}
