package io.troubleshooter.bedrock;

import io.troubleshooter.bedrock.Fault.Failed;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.TokenUsage;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a call that gives its result as a whole, and stops it when nobody waits any more. */
record Waiting(Deadline deadline, Cancellation cancellation, Faults faults) {

    /**
     * The result.
     *
     * @param atMost what the call may have taken if it is given up
     * @throws Failed if the call failed
     */
    <T> T await(CompletableFuture<T> call, TokenUsage atMost) {
        try (Cancellation.Handle handle = cancellation.onCancel(() -> call.cancel(true))) {
            return call.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            deadline.check(atMost);
            throw new Failed(faults.of(e), TokenUsage.NONE, false);
        } catch (TimeoutException e) {
            deadline.check(atMost);
            throw new Failed(faults.of(e), atMost, false);
        } catch (CancellationException e) {
            throw new ModelException.Cancelled(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException.Cancelled(atMost);
        } finally {
            call.cancel(true);
        }
    }
}
