package io.troubleshooter.http.work;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.bucket4j.BucketRateLimit;
import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.http.config.Model;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.TextScreen;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The model that is configured, if any. */
public final class Models implements AutoCloseable {

    private static final int CONTEXT_TOKENS = 8_000;
    private static final int ROUNDS = 3;
    private static final Duration TURN = Duration.ofMinutes(2);
    private static final Duration CACHED = Duration.ofHours(24);

    private final Model config;
    private final Clock clock;
    private final @Nullable ModelProvider provider;
    private final TextScreen screen;

    private Models(Model config, Clock clock, @Nullable ModelProvider provider) {
        this.config = config;
        this.clock = clock;
        this.provider = provider;
        this.screen = ModelAdapters.screen(config, provider);
    }

    /**
     * Opens the provider that the settings name.
     *
     * @throws TroubleshooterException if something that the provider needs is missing or wrong
     */
    public static Models open(Model config, Clock clock) {
        return new Models(config, clock, ModelAdapters.open(config));
    }

    /** Whether questions can be put to a model. */
    public boolean available() {
        return provider != null;
    }

    /**
     * For a caller who asks for a model.
     *
     * @param pointer where they do, for the problem
     * @return true
     * @throws ProblemException if there is none
     */
    public boolean wanted(String pointer) {
        if (provider == null) {
            throw ProblemException.invalid(pointer, "No model is configured here; rules answer with offline.");
        }
        return true;
    }

    /** The model's name as configured; empty without one. */
    public String name() {
        return provider == null ? "" : ModelAdapters.id(config);
    }

    /**
     * Lets conversations ask the model, within budget and rate.
     *
     * @param watch around the provider, such as telemetry
     */
    public void join(
            Troubleshooter.Builder builder, Budgets budgets, AnswerCache cache, UnaryOperator<ModelProvider> watch) {
        ModelProvider asked = provider;
        if (asked != null) {
            builder.model(watch.apply(asked), settings())
                    .budgets(budgets)
                    .cache(cache, CACHED)
                    .rateLimit(new BucketRateLimit(config.questionsPerMinute(), Duration.ofMinutes(1), clock))
                    .screen(screen);
        }
    }

    private ModelSettings settings() {
        String usual = ModelAdapters.id(config);
        long microUsd = config.maxCost()
                .movePointRight(6)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        return new ModelSettings(
                usual, config.strong().isEmpty() ? usual : config.strong(), CONTEXT_TOKENS, ROUNDS, TURN, microUsd);
    }

    @Override
    public void close() {
        if (provider != null) {
            provider.close();
        }
    }
}
