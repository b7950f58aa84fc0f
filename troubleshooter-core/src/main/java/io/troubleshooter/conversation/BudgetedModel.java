package io.troubleshooter.conversation;

import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.model.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one turn, within its money and its time, counted also where they fail. Not thread-safe.
 */
final class BudgetedModel {

    private final ModelProvider provider;
    private final Clock clock;
    private final long allowedMicroUsd;
    private final long deadlineMillis;
    private final Cancellation cancellation;
    private TokenUsage used = TokenUsage.NONE;
    private long spent;
    private long kept;
    private @Nullable String answeredBy;

    /**
     * @param allowedMicroUsd that all calls together may cost
     * @param deadlineMillis of the clock
     */
    BudgetedModel(
            ModelProvider provider, Clock clock, long allowedMicroUsd, long deadlineMillis, Cancellation cancellation) {
        this.provider = provider;
        this.clock = clock;
        this.allowedMicroUsd = allowedMicroUsd;
        this.deadlineMillis = deadlineMillis;
        this.cancellation = cancellation;
    }

    ModelCard card(String model) {
        return provider.card(model);
    }

    /** @throws ModelException also where money or time is used up, before anything is sent */
    ModelReply ask(ModelRequest request, ReplySink sink) {
        long worst = worst(request);
        check(worst);
        try {
            ModelReply reply = provider.ask(request, sink, new CallLimits(left(), cancellation));
            count(request.model(), reply.usage());
            answeredBy = reply.model();
            return reply;
        } catch (ModelException failed) {
            count(request.model(), failed.used());
            throw failed;
        } catch (RuntimeException defect) {
            spent += worst;
            throw new ModelException.Broken(
                    "The model provider failed (" + defect.getClass().getSimpleName() + ").",
                    "Report it to whoever made the provider.",
                    TokenUsage.NONE);
        }
    }

    /** Keeps money back from the model's calls, for what {@link #charge} takes. */
    void keep(long microUsd) {
        kept = microUsd;
    }

    /** Pays for something else than the model, from what was kept back first. */
    void charge(long microUsd) {
        spent += microUsd;
        kept = Math.max(0, kept - microUsd);
    }

    private void check(long worst) {
        checkTime();
        if (spent + worst > allowedMicroUsd - kept) {
            throw new ModelException.Refused(
                    "The next call could cost more than a turn may.", "Allow a turn more, or choose a cheaper model.");
        }
    }

    /** @throws ModelException if the turn was stopped, or its time is over */
    void checkTime() {
        if (cancellation.isCancelled()) {
            throw new ModelException.Cancelled(TokenUsage.NONE);
        }
        if (left().isZero()) {
            throw new ModelException.TimedOut(
                    "The time for a turn is used up.", "Allow a turn more time.", TokenUsage.NONE);
        }
    }

    String provider() {
        return provider.id();
    }

    /** Time that the turn still has. */
    Duration left() {
        return Duration.ofMillis(Math.max(0, deadlineMillis - clock.millis()));
    }

    /** The most that a request can cost: nothing of it in a cache, or all of it written to one, and a full reply. */
    long worst(ModelRequest request) {
        return worst(provider.card(request.model()), TokenEstimate.of(request), request.maxTokens(), today());
    }

    static long worst(ModelCard card, long input, long output, LocalDate day) {
        return Math.max(
                card.cost(new TokenUsage(input, output, 0, 0, true), day),
                card.cost(new TokenUsage(0, output, 0, input, true), day));
    }

    private void count(String model, TokenUsage usage) {
        used = used.plus(usage);
        spent += provider.card(model).cost(usage, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    TokenUsage used() {
        return used;
    }

    /** Micro-USD. */
    long spent() {
        return spent;
    }

    /** The model that gave the last reply; null where none did. */
    @Nullable
    String answeredBy() {
        return answeredBy;
    }
}
