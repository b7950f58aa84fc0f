package io.troubleshooter.conversation;

import java.time.Duration;

/**
 * How a model is used.
 *
 * @param cheap model for triage and simple cases
 * @param strong model for hard cases; may be the same
 * @param contextTokens that evidence may take in a request, 200 or more
 * @param rounds of tool calls in a turn, 0 or more; longer loops were not found to help
 * @param turnTime that a whole turn may take
 * @param turnMicroUsd that a whole turn may cost
 */
public record ModelSettings(
        String cheap, String strong, int contextTokens, int rounds, Duration turnTime, long turnMicroUsd) {

    /** Modest limits for the given models. */
    public static ModelSettings of(String cheap, String strong) {
        return new ModelSettings(cheap, strong, 8_000, 3, Duration.ofSeconds(120), 500_000);
    }
}
