package io.troubleshooter.model;

/**
 * Tokens that a call took.
 *
 * @param input read at the full rate, without those of the cache
 * @param estimated whether the provider did not say, so that these are our own estimate
 */
public record TokenUsage(long input, long output, long cacheRead, long cacheWrite, boolean estimated) {

    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, false);

    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(
                input + other.input,
                output + other.output,
                cacheRead + other.cacheRead,
                cacheWrite + other.cacheWrite,
                estimated || other.estimated);
    }
}
