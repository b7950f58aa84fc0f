package io.troubleshooter.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs from a day on, in millionths of a US dollar per million tokens.
 *
 * @param longContext rates for a request of more than {@code longThreshold} input tokens, which hold for the whole of it;
 *     null where there are none
 */
public record Price(
        LocalDate from,
        Rates rates,
        long longThreshold,
        @Nullable Rates longContext) {

    private static final long MILLION = 1_000_000;

    /** Micro-USD per million tokens. */
    public record Rates(long input, long output, long cacheRead, long cacheWrite) {}

    /** Micro-USD, rounded up. */
    long cost(TokenUsage usage) {
        long prompt = usage.input() + usage.cacheRead() + usage.cacheWrite();
        Rates due = longContext != null && prompt > longThreshold ? longContext : rates;
        long total = usage.input() * due.input()
                + usage.output() * due.output()
                + usage.cacheRead() * due.cacheRead()
                + usage.cacheWrite() * due.cacheWrite();
        return (total + MILLION - 1) / MILLION;
    }
}
