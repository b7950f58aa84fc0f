package io.troubleshooter.http.config;

import java.math.BigDecimal;

/**
 * Who answers besides the rules.
 *
 * @param provider {@code offline}, {@code bedrock}, {@code openai}, {@code anthropic} or {@code replay}
 * @param strong for hard cases; empty for the same model
 * @param maxCost of one answer, US dollars
 * @param questionsPerMinute of one account; more are answered by rules, and say so
 * @param dailyBudget of one account, US dollars
 */
public record Model(
        String provider,
        String id,
        String strong,
        String region,
        String profile,
        String endpoint,
        String apiKey,
        String guardrail,
        String replies,
        BigDecimal maxCost,
        int questionsPerMinute,
        BigDecimal dailyBudget) {}
