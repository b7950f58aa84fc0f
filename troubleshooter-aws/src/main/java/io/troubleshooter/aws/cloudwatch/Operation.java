package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.model.Cancellation;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Requests that belong together: they share a deadline, a number, and a way to stop them. Used by one thread. */
final class Operation {

    private final long start = System.nanoTime();
    private final Duration time;
    private final int most;
    private final Cancellation cancellation;
    private int calls;

    Operation(Duration time, int calls, Cancellation cancellation) {
        this.time = time;
        this.most = calls;
        this.cancellation = cancellation;
    }

    /** A few requests to clean up with, which nobody can stop. */
    static Operation last() {
        return new Operation(Duration.ofSeconds(5), 3, new Cancellation());
    }

    /** For a look around after a failure: ten requests, ten seconds. */
    static Operation wide() {
        return new Operation(Duration.ofSeconds(10), 10, new Cancellation());
    }

    /** The same cancellation and what time is left, for a step that has a count of its own. */
    Operation step(int callsOfIt) {
        return new Operation(left(), callsOfIt, cancellation);
    }

    Duration left() {
        return time.minusNanos(System.nanoTime() - start);
    }

    /**
     * Makes a request.
     *
     * @param action as IAM names it, without its service
     * @throws Stopped if there is no time, no call left, or it was cancelled
     * @throws io.troubleshooter.error.TroubleshooterException if it fails
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
