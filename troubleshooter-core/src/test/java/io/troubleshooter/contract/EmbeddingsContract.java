package io.troubleshooter.contract;

import static io.troubleshooter.contract.Requests.redacted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Embedded;
import io.troubleshooter.model.EmbeddingRequest;
import io.troubleshooter.model.Embeddings;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.redact.RedactedText;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every maker of vectors does. */
@Timeout(60)
public abstract class EmbeddingsContract {

    private static final String POOL = "the connection pool is exhausted";

    private Embeddings embeddings;

    /** One that works. */
    protected abstract Embeddings embeddings();

    @BeforeEach
    void open() {
        embeddings = embeddings();
    }

    @AfterEach
    void close() {
        embeddings.close();
    }

    private Embedded embed(int dimensions, String... texts) {
        List<RedactedText> redacted =
                List.of(texts).stream().map(Requests::redacted).toList();
        return embeddings.embed(new EmbeddingRequest(redacted, dimensions), Requests.patient());
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void aVectorHasTheDimensionsAskedForAndLengthOne() {
        for (int dimensions : embeddings.limits().dimensions()) {
            assertThat(embed(dimensions, POOL, "disk full").vectors())
                    .hasSize(2)
                    .allSatisfy(vector -> {
                        assertThat(vector).hasSize(dimensions);
                        assertThat(product(vector, vector)).isCloseTo(1, within(1e-3));
                    });
        }
    }

    @Test
    void theSameTextHasTheSameVectorWhereverItStands() {
        List<float[]> together = embed(256, "disk full", POOL).vectors();

        assertThat(embed(256, POOL).vectors().get(0)).isEqualTo(together.get(1));
    }

    @Test
    void textsAlikeAreNearerThanOthers() {
        List<float[]> vectors = embed(512, POOL, "a pool of connections: the connection pool is exhausted", "disk full")
                .vectors();

        assertThat(product(vectors.get(0), vectors.get(1))).isGreaterThan(product(vectors.get(0), vectors.get(2)));
    }

    @Test
    void manyTextsComeBackInTheirOrder() {
        String[] texts = IntStream.range(0, 60).mapToObj(i -> "text number" + i).toArray(String[]::new);
        List<float[]> vectors = embed(256, texts).vectors();

        assertThat(vectors).hasSize(60);
        for (int i = 0; i < texts.length; i += 7) {
            assertThat(vectors.get(i)).isEqualTo(embed(256, texts[i]).vectors().get(0));
        }
    }

    @Test
    void tokensAreCountedAndHaveAPrice() {
        Embedded one = embed(256, POOL);
        Embedded two = embed(256, POOL, POOL);

        assertThat(one.usage().input()).isPositive();
        assertThat(two.usage().input()).isEqualTo(2 * one.usage().input());
        assertThat(embeddings.card().cost(two.usage(), LocalDate.of(2026, 11, 21)))
                .isPositive();
    }

    @Test
    void noTextHasNoVector() {
        assertThat(embed(256).vectors()).isEmpty();
    }

    @Test
    void whatIsBeyondTheLimitsIsRefusedAndNotQuoted() {
        String longer = (Requests.PLANTED + ' ').repeat(embeddings.limits().characters() / 10);
        refused(256, "Text 2 is longer", "fine", longer);
        refused(256, "Text 2 is empty", "fine", "  ");
        refused(300, "300 dimensions", "fine");
        refused(
                256,
                "too many",
                Collections.nCopies(embeddings.limits().texts() + 1, "x").toArray(String[]::new));
    }

    private void refused(int dimensions, String why, String... texts) {
        assertThatExceptionOfType(ModelException.Refused.class)
                .isThrownBy(() -> embed(dimensions, texts))
                .withMessageContaining(why)
                .satisfies(refused -> {
                    assertThat(refused.advice()).isNotBlank();
                    assertThat(refused.getMessage() + refused.advice()).doesNotContain(Requests.PLANTED);
                });
    }

    @Test
    void whatWasStoppedBeforeItBeganIsNotBegun() {
        Cancellation stopped = new Cancellation();
        stopped.cancel();
        EmbeddingRequest request = new EmbeddingRequest(List.of(redacted(POOL)), 256);

        assertThatExceptionOfType(ModelException.Cancelled.class)
                .isThrownBy(() -> embeddings.embed(request, new CallLimits(Duration.ofSeconds(60), stopped)));
        assertThatExceptionOfType(ModelException.TimedOut.class)
                .isThrownBy(() -> embeddings.embed(request, Requests.within(Duration.ZERO)));
    }
}
