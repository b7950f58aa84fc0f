package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.Cancellation;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Requests that belong together: they share a deadline, a number, and a way to stop them. Used by one thread. */
final class Operation {

    private final long start = System.nanoTime();
    private final Duration time;
    private final int most;
    private final Cancellation cancellation;
    private final Supplier<TroubleshooterException> missing;
    private int calls;

    /** @param missing what to say where a group is not there */
    Operation(Duration time, int calls, Cancellation cancellation, Supplier<TroubleshooterException> missing) {
        this.time = time;
        this.most = calls;
        this.cancellation = cancellation;
        this.missing = missing;
    }

    /** A few requests to clean up with, which nobody can stop. */
    static Operation last() {
        return new Operation(Duration.ofSeconds(5), 3, new Cancellation(), Failures::noGroup);
    }

    /** For a look around after a failure: ten requests, ten seconds. */
    static Operation wide() {
        return new Operation(Duration.ofSeconds(10), 10, new Cancellation(), Failures::noGroup);
    }

    Duration left() {
        return time.minusNanos(System.nanoTime() - start);
    }

    /**
     * Makes a request.
     *
     * @param action as IAM names it, without its service
     * @throws Stopped if there is no time, no call left, or it was cancelled
     * @throws TroubleshooterException if it fails
     */
    <R> R call(String action, Function<AwsRequestOverrideConfiguration, R> request) {
        return call(action, request, cancellation);
    }

    /** The same, but cancelling does not interrupt it once it has begun. */
    <R> R callToItsEnd(String action, Function<AwsRequestOverrideConfiguration, R> request) {
        return call(action, request, new Cancellation());
    }

    private <R> R call(
            String action, Function<AwsRequestOverrideConfiguration, R> request, Cancellation interruptedBy) {
        check();
        if (++calls > most) {
            throw new Stopped(Stopped.Reason.CALLS);
        }
        AwsRequestOverrideConfiguration timing =
                AwsRequestOverrideConfiguration.builder().apiCallTimeout(left()).build();
        try (Interruption interruption = new Interruption(interruptedBy)) {
            return request.apply(timing);
        } catch (ApiCallTimeoutException late) {
            throw new Stopped(Stopped.Reason.TIME);
        } catch (AbortedException aborted) {
            throw new Stopped(Stopped.Reason.CANCELLED);
        } catch (ResourceNotFoundException notThere) {
            throw missing.get();
        } catch (SdkException failed) {
            check();
            throw Failures.of(action, failed);
        }
    }

    /** Waits, no longer than there is time. */
    void pause(Duration wait) {
        check();
        long nanos = Math.min(wait.toNanos(), Math.max(1, left().toNanos()));
        try (Interruption interruption = new Interruption(cancellation)) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException woken) {
            if (!cancellation.isCancelled()) {
                Thread.currentThread().interrupt();
            }
            throw new Stopped(Stopped.Reason.CANCELLED);
        }
    }

    /** @throws Stopped if it was cancelled or the time is up */
    void check() {
        if (cancellation.isCancelled()) {
            throw new Stopped(Stopped.Reason.CANCELLED);
        }
        if (left().isNegative() || left().isZero()) {
            throw new Stopped(Stopped.Reason.TIME);
        }
    }
}
