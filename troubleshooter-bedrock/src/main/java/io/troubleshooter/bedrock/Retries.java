package io.troubleshooter.bedrock;

import io.troubleshooter.bedrock.Fault.Failed;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.TokenUsage;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what may be tried again: with exponential waits and full jitter, so that many clients do not come back at
 * the same moment (Amazon Builders' Library, "Timeouts, retries, and backoff with jitter").
 *
 * @param attempts that are made at most where waiting may help, 1 or more
 * @param base longest wait before the second attempt; it doubles each time
 * @param cap longest wait of all
 */
record Retries(int attempts, Duration base, Duration cap, RandomGenerator random) {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    /** @throws io.troubleshooter.model.ModelException when it is of no use to try again */
    ModelReply run(Supplier<ModelReply> attempt, Deadline deadline) {
        return run(attempt, Retries::plus, deadline);
    }

    /**
     * As {@link #run(Supplier, Deadline)}, of anything.
     *
     * @param plus adds to a result what failed attempts had used
     */
    <T> T run(Supplier<T> attempt, BiFunction<T, TokenUsage, T> plus, Deadline deadline) {
        TokenUsage used = TokenUsage.NONE;
        int failures = 0;
        while (true) {
            deadline.check(used);
            try {
                return plus.apply(attempt.get(), used);
            } catch (Failed failed) {
                used = used.plus(failed.used());
                failures++;
                Fault fault = failed.fault();
                Duration wait = wait(failures, fault);
                if (failed.shown() || failures >= most(fault) || wait.compareTo(deadline.remaining()) >= 0) {
                    throw fault.exception(used);
                }
                LOG.debug("attempt {} failed ({}), the next one in {} ms", failures, fault.kind(), wait.toMillis());
                deadline.pause(wait, used);
            }
        }
    }

    private static ModelReply plus(ModelReply reply, TokenUsage before) {
        if (before.equals(TokenUsage.NONE)) {
            return reply;
        }
        return new ModelReply(
                reply.parts(), reply.stop(), before.plus(reply.usage()), reply.model(), reply.latencyMs());
    }

    private int most(Fault fault) {
        return switch (fault.retry()) {
            case NEVER -> 1;
            case ONCE -> Math.min(2, attempts);
            case PATIENTLY -> attempts;
        };
    }

    /** At least what the service asked for, at most the cap beyond it. */
    Duration wait(int failures, Fault fault) {
        long longest = Math.min(cap.toMillis(), base.toMillis() << Math.min(failures - 1, 20));
        Duration jitter = Duration.ofMillis(random.nextLong(Math.max(0, longest) + 1));
        Duration asked = fault.retryAfter();
        return asked == null ? jitter : asked.plus(jitter);
    }
}
