package io.troubleshooter.conversation;

import io.troubleshooter.guard.Budgets;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Embedded;
import io.troubleshooter.model.EmbeddingLimits;
import io.troubleshooter.model.EmbeddingRequest;
import io.troubleshooter.model.Embeddings;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.TokenEstimate;
import io.troubleshooter.model.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Vectors that an account pays for: what they can cost is reserved first and settled once, also where they fail. Thread-safe. */
public final class BudgetedEmbeddings implements Embeddings {

    private static final Duration LEASE_MARGIN = Duration.ofMinutes(1);

    private final Embeddings embeddings;
    private final Budgets budgets;
    private final String account;
    private final Clock clock;

    /** @param clock tells the day whose prices count */
    public BudgetedEmbeddings(Embeddings embeddings, Budgets budgets, String account, Clock clock) {
        this.embeddings = embeddings;
        this.budgets = budgets;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public ModelCard card() {
        return embeddings.card();
    }

    @Override
    public EmbeddingLimits limits() {
        return embeddings.limits();
    }

    /** @throws ModelException.Refused also where the account's day has not enough left, before anything is sent */
    @Override
    public Embedded embed(EmbeddingRequest request, CallLimits limits) {
        limits().check(request);
        Budgets.Reservation reservation = reserve(request, limits);
        TokenUsage used = TokenUsage.NONE;
        try {
            Embedded done = embeddings.embed(request, limits);
            used = done.usage();
            return done;
        } catch (ModelException failed) {
            used = failed.used();
            throw failed;
        } finally {
            budgets.settle(reservation, card().cost(used, today()));
        }
    }

    private Budgets.Reservation reserve(EmbeddingRequest request, CallLimits limits) {
        long tokens = request.texts().stream().mapToLong(TokenEstimate::of).sum();
        long worst = card().cost(new TokenUsage(tokens, 0, 0, 0, true), today());
        Budgets.Decision decision = budgets.reserve(
                account, UUID.randomUUID().toString(), worst, limits.timeout().plus(LEASE_MARGIN));
        if (decision instanceof Budgets.Reservation reservation) {
            return reservation;
        }
        throw new ModelException.Refused(
                "The vectors could cost more than is left of today's budget.",
                "Ask for fewer, or wait until the budget begins anew at " + ((Budgets.Refused) decision).resets()
                        + ".");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        embeddings.close();
    }
}
