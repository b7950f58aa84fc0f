package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Documents} keeps to. */
public interface DocumentsContract {

    /** An empty store. */
    Documents documents(TickingClock clock);

    @Test
    default void whatWasPutIsFound() {
        Documents documents = documents(new TickingClock());
        Document put = documents
                .put(Document.of("comment/s1", "c1", "{\"text\":\"caf\u00e9 \u2603\"}"))
                .orElseThrow();

        assertThat(put.version()).isEqualTo(1);
        assertThat(documents.find("comment/s1", "c1")).contains(put);
        assertThat(documents.find("comment/s1", "c2")).isEmpty();
        assertThat(documents.find("comment/s2", "c1")).isEmpty();
    }

    @Test
    default void whoeverKnowsTheLastVersionMayWriteOverIt() {
        Documents documents = documents(new TickingClock());
        Document first = documents.put(Document.of("job", "j1", "{\"n\":1}")).orElseThrow();
        Document second = documents.put(first.with("{\"n\":2}")).orElseThrow();

        assertThat(second.version()).isEqualTo(2);
        assertThat(documents.put(first.with("{\"n\":3}"))).isEmpty();
        assertThat(documents.put(Document.of("job", "j1", "{\"n\":4}"))).isEmpty();
        assertThat(documents.put(new Document("job", "j2", "{}", 1, null))).isEmpty();
        assertThat(documents.find("job", "j1")).contains(second);
    }

    @Test
    default void ofManyThatWriteAtOnceOneIsFirst() throws Exception {
        Documents documents = documents(new TickingClock());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Boolean> put =
                () -> documents.put(Document.of("nonce", "n1", "{}")).isPresent();
        int written = 0;
        for (Future<Boolean> each : threads.invokeAll(List.of(put, put, put, put, put, put, put, put))) {
            written += each.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(written).isEqualTo(1);
    }

    @Test
    default void whatIsDeletedIsGone() {
        Documents documents = documents(new TickingClock());
        documents.put(Document.of("key", "k1", "{}"));

        assertThat(documents.delete("key", "k1")).isTrue();
        assertThat(documents.delete("key", "k1")).isFalse();
        assertThat(documents.find("key", "k1")).isEmpty();
        assertThat(documents.put(Document.of("key", "k1", "{}"))).isPresent();
    }

    @Test
    default void aWholeCollectionCanBeDeleted() {
        Documents documents = documents(new TickingClock());
        documents.put(Document.of("comment/s1", "c1", "{}"));
        documents.put(Document.of("comment/s1", "c2", "{}"));
        documents.put(Document.of("comment/s10", "c1", "{}"));
        documents.deleteAll("comment/s1");

        assertThat(documents.list("comment/s1", "", 10)).isEmpty();
        assertThat(documents.list("comment/s10", "", 10)).hasSize(1);
    }

    @Test
    default void aListGoesOnAfterItsLastKey() {
        Documents documents = documents(new TickingClock());
        for (String key : List.of("b", "a", "\ud83d\ude00", "\uffee", "c", "B")) {
            documents.put(Document.of("list", key, "{}"));
        }
        documents.put(Document.of("other", "bb", "{}"));

        List<Document> first = documents.list("list", "", 4);
        assertThat(first).extracting(Document::key).containsExactly("B", "a", "b", "c");
        assertThat(documents.list("list", "c", 4)).extracting(Document::key).containsExactly("\uffee", "\ud83d\ude00");
        assertThat(documents.list("list", "\ud83d\ude00", 4)).isEmpty();
    }

    @Test
    default void whatHasExpiredIsNotFoundAndGivesItsPlaceFree() {
        TickingClock clock = new TickingClock();
        Documents documents = documents(clock);
        Instant expires = clock.instant().plusSeconds(60);
        Document put = documents
                .put(Document.of("upload", "u1", "{}").until(expires.plusNanos(999)))
                .orElseThrow();
        assertThat(put.expires()).isEqualTo(expires);
        assertThat(documents.find("upload", "u1")).contains(put);

        clock.advance(Duration.ofSeconds(60));
        assertThat(documents.find("upload", "u1")).isEmpty();
        assertThat(documents.list("upload", "", 10)).isEmpty();
        assertThat(documents.delete("upload", "u1")).isFalse();
        assertThat(documents.put(put.with("{\"again\":true}"))).isEmpty();
        assertThat(documents.put(Document.of("upload", "u1", "{}")))
                .hasValueSatisfying(again -> assertThat(again.version()).isEqualTo(1));
    }

    @Test
    default void namesThatCannotBeAreRefusedAndNeverFound() {
        Documents documents = documents(new TickingClock());
        for (String wrong : List.of("", "a\u0000b", "a\ud800", "x".repeat(513), "\u2603".repeat(342))) {
            assertThatThrownBy(() -> Document.of("c", wrong, "{}")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Document.of(wrong, "k", "{}")).isInstanceOf(IllegalArgumentException.class);
            assertThat(documents.find("c", wrong)).isEmpty();
            assertThat(documents.find(wrong, "k")).isEmpty();
            assertThat(documents.delete("c", wrong)).isFalse();
        }
        assertThatThrownBy(() -> Document.of("c", "k", "x".repeat(Document.MAX_JSON + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("xx");
    }

    @Test
    default void namesCanBeLong() {
        Documents documents = documents(new TickingClock());
        String longest = "\u00e9".repeat(512);
        Document put = documents.put(Document.of(longest, longest, "{}")).orElseThrow();

        assertThat(documents.find(longest, longest)).contains(put);
        assertThat(documents.list(longest, "\u00e9".repeat(511), 10)).containsExactly(put);
        assertThat(documents.list(longest, "\u00ea".repeat(600), 10)).isEmpty();
    }

    @Test
    default void aLargeDocumentComesBackWhole() {
        Documents documents = documents(new TickingClock());
        String json = "{\"text\":\"" + "\u2603".repeat(200_000) + "\"}";
        documents.put(Document.of("large", "k", json));

        assertThat(documents.find("large", "k")).map(Document::json).contains(json);
    }
}
