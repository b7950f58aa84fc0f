package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.troubleshooter.contract.EmbeddingsContract;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.contract.WordVectors;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.InMemoryBudgets;
import io.troubleshooter.model.EmbeddingRequest;
import io.troubleshooter.model.Embeddings;
import io.troubleshooter.model.ModelException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetedEmbeddingsTest extends EmbeddingsContract {

    private final Budgets budgets = new InMemoryBudgets(1_000, Clock.systemUTC());

    @Override
    protected Embeddings embeddings() {
        return paidBy(budgets);
    }

    private static Embeddings paidBy(Budgets budgets) {
        return new BudgetedEmbeddings(new WordVectors(), budgets, "ann", Clock.systemUTC());
    }

    private static EmbeddingRequest words(int count) {
        return new EmbeddingRequest(List.of(Requests.redacted("word ".repeat(count))), 256);
    }

    @Test
    void whatWasUsedIsSettledAndNothingStaysHeld() {
        paidBy(budgets).embed(words(1_000), Requests.patient());

        assertThat(budgets.balance("ann")).isEqualTo(new Budgets.Balance(1_000, 20, 0));
    }

    @Test
    void moreThanTheDayHasLeftIsRefusedBeforeItIsSent() {
        Embeddings poor = paidBy(new InMemoryBudgets(10, Clock.systemUTC()));

        assertThatExceptionOfType(ModelException.Refused.class)
                .isThrownBy(() -> poor.embed(words(1_000), Requests.patient()))
                .withMessageContaining("budget");
    }

    @Test
    void aFailureSettlesWhatItUsed() {
        assertThatExceptionOfType(ModelException.TimedOut.class)
                .isThrownBy(() -> paidBy(budgets).embed(words(1_000), Requests.within(Duration.ZERO)));
        assertThatExceptionOfType(ModelException.Refused.class)
                .isThrownBy(() -> paidBy(budgets)
                        .embed(
                                new EmbeddingRequest(Collections.nCopies(1_001, Requests.redacted("word")), 256),
                                Requests.patient()));

        assertThat(budgets.balance("ann")).isEqualTo(new Budgets.Balance(1_000, 0, 0));
    }
}
