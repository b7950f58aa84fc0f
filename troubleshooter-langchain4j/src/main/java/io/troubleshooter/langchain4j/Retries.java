package io.troubleshooter.langchain4j;

import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.TokenUsage;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how soon a call is tried again: exponential backoff with full jitter.
 *
 * @param attempts all together, 1 or more
 * @param base upper bound of the first pause, doubled each time
 * @param cap upper bound of any pause
 */
public record Retries(int attempts, Duration base, Duration cap) {

    public static final Retries DEFAULT = new Retries(4, Duration.ofMillis(500), Duration.ofSeconds(20));

    ModelReply run(Attempt attempt, ModelRequest request, CallLimits limits) {
        long begun = System.nanoTime();
        try (Deadline deadline = Deadline.start(limits)) {
            for (int made = 1; ; made++) {
                deadline.check(TokenUsage.NONE);
                try {
                    return attempt.make(request, limits, deadline, begun);
                } catch (ModelException.Unavailable e) {
                    if (made >= attempts || attempt.hasShown()) {
                        throw e;
                    }
                    deadline.pause(pause(made), e.used());
                }
            }
        }
    }

    private Duration pause(int made) {
        long bound = Math.min(cap.toMillis(), base.toMillis() << Math.min(made - 1, 20));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1));
    }
}
