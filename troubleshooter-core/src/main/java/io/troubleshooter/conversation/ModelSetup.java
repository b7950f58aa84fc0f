package io.troubleshooter.conversation;

import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.RateLimit;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.TextScreen;
import io.troubleshooter.prompt.Experiments;
import io.troubleshooter.prompt.Prompts;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.tool.Toolbox;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Everything that a {@link ModelInvestigator} works with.
 *
 * @param screen asked about questions, evidence and answers
 * @param rules that tools may explain
 * @param cacheTime how long a cached answer stays good
 * @param shared whether accounts share cached answers; only where all tools look at the evidence alone
 * @param similar whether a cached answer also serves evidence of the same error groups that names the same things, once
 *     everything in it has been checked against the new lines
 * @param clock tells latency, deadlines and the day whose prices count
 * @param random for the marks around data and the ids of reservations
 */
public record ModelSetup(
        ModelProvider provider,
        ModelSettings settings,
        Prompts prompts,
        Experiments experiments,
        Toolbox toolbox,
        TextScreen screen,
        RuleSet rules,
        Budgets budgets,
        RateLimit rateLimit,
        AnswerCache cache,
        Duration cacheTime,
        boolean shared,
        boolean similar,
        AuditLog audit,
        Clock clock,
        RandomGenerator random) {}
