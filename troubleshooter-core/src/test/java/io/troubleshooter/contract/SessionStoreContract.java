package io.troubleshooter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.SessionStore.Header;
import io.troubleshooter.conversation.SessionStore.Stored;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.conversation.SessionStore.StoredSource;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SessionStore} keeps to. */
public interface SessionStoreContract {

    Duration DAY = Duration.ofDays(1);

    /** An empty store. */
    SessionStore store(TickingClock clock, Duration timeToLive);

    @Test
    default void whatWasKeptComesBackInOrder() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        Instant begun = clock.instant();
        store.create("s1", "ada", text("app.log"), begun);
        store.addSource("s1", "S1", text("app.log"), parts("first line\nsecond \u2603 ", "line\n\n"));
        store.addSource("s1", "S2", text("stdin"), parts());
        assertThat(store.revision("ada", "s1")).hasValue(0);
        store.addEntry("s1", new StoredEntry(1, "turn", "{\"a\":1}"), begun.plusSeconds(5));
        store.addEntry("s1", new StoredEntry(2, "feedback", "{}"), begun.plusSeconds(9));
        assertThat(store.revision("ada", "s1")).hasValue(2);
        Stored stored = store.find("ada", "s1").orElseThrow();
        assertThat(stored.header()).isEqualTo(new Header("s1", "ada", "app.log", begun, begun.plusSeconds(9)));
        assertThat(stored.sources()).extracting(StoredSource::id).containsExactly("S1", "S2");
        assertThat(stored.sources()).extracting(StoredSource::name).containsExactly("app.log", "stdin");
        assertThat(stored.sources())
                .extracting(SessionStoreContract::lines)
                .containsExactly("first line\nsecond \u2603 line\n\n", "");
        assertThat(stored.entries())
                .containsExactly(new StoredEntry(1, "turn", "{\"a\":1}"), new StoredEntry(2, "feedback", "{}"));
    }

    @Test
    default void aSessionIsSeenByItsOwnerAlone() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        store.create("s1", "ada", text("app.log"), clock.instant());
        assertThat(store.find("bob", "s1")).isEmpty();
        assertThat(store.revision("bob", "s1")).isEmpty();
        assertThat(store.revision("ada", "s2")).isEmpty();
        assertThat(store.list("bob", 10)).isEmpty();
        assertThat(store.delete("bob", "s1")).isFalse();
        assertThat(store.find("ada", "s1")).isPresent();
    }

    @Test
    default void theLastUsedComesFirst() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        Instant begun = clock.instant();
        store.create("s1", "ada", text("one"), begun);
        store.create("s2", "ada", text("two"), begun.plusSeconds(1));
        store.addEntry("s1", new StoredEntry(1, "turn", "{}"), begun.plusSeconds(2));
        assertThat(store.list("ada", 10)).extracting(Header::id).containsExactly("s1", "s2");
        assertThat(store.list("ada", 1)).extracting(Header::id).containsExactly("s1");
    }

    @Test
    default void whatIsDeletedIsGone() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        store.create("s1", "ada", text("one"), clock.instant());
        store.addSource("s1", "S1", text("one"), parts("line"));
        assertThat(store.delete("ada", "s1")).isTrue();
        assertThat(store.find("ada", "s1")).isEmpty();
        assertThat(store.delete("ada", "s1")).isFalse();
    }

    @Test
    default void sessionsThatNobodyUsesAreFoundAcrossOwners() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        Instant begun = clock.instant();
        store.create("s1", "red/ada", text("one"), begun.plusSeconds(2));
        store.create("s2", "red/bob", text("two"), begun.plusSeconds(1));
        store.create("s3", "redder/ada", text("three"), begun);
        store.create("s4", "red/ada", text("four"), begun.plusSeconds(9));
        Instant since = begun.plusSeconds(9);
        assertThat(store.unused("red/", since, 10)).extracting(Header::id).containsExactly("s2", "s1");
        assertThat(store.unused("red/", since, 1)).extracting(Header::id).containsExactly("s2");
        assertThat(store.unused("", since, 10)).extracting(Header::id).containsExactly("s3", "s2", "s1");
        assertThat(store.unused("red/%", since, 10)).isEmpty();
    }

    @Test
    default void aSessionExpiresAfterItsLastUse() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        store.create("s1", "ada", text("one"), clock.instant());
        clock.advance(Duration.ofHours(20));
        store.addEntry("s1", new StoredEntry(1, "turn", "{}"), clock.instant());
        clock.advance(Duration.ofHours(20));
        assertThat(store.find("ada", "s1")).isPresent();
        clock.advance(Duration.ofHours(5));
        assertThat(store.find("ada", "s1")).isEmpty();
        assertThat(store.list("ada", 10)).isEmpty();
    }

    @Test
    default void unknownSessionsAndDoubleIdsAreErrors() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        store.create("s1", "ada", text("one"), clock.instant());
        assertThatThrownBy(() -> store.create("s1", "bob", text("two"), clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.addEntry("s9", new StoredEntry(1, "turn", "{}"), clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.addSource("s9", "S1", text("n"), parts("t")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void ofTwoWritersOneGoesOn() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        store.create("s1", "ada", text("one"), clock.instant());
        store.addEntry("s1", new StoredEntry(1, "turn", "{\"by\":1}"), clock.instant());
        store.addEntry("s1", new StoredEntry(1, "turn", "{\"by\":1}"), clock.instant());
        refused(() -> store.addEntry("s1", new StoredEntry(1, "turn", "{\"by\":2}"), clock.instant()));
        refused(() -> store.addEntry("s1", new StoredEntry(3, "turn", "{\"by\":2}"), clock.instant()));
        store.addEntry("s1", new StoredEntry(2, "turn", "{}"), clock.instant());
        refused(() -> store.addEntry("s1", new StoredEntry(1, "turn", "{\"by\":1}"), clock.instant()));
        assertThat(store.find("ada", "s1").orElseThrow().entries())
                .containsExactly(new StoredEntry(1, "turn", "{\"by\":1}"), new StoredEntry(2, "turn", "{}"));
    }

    private static void refused(ThrowingCallable writing) {
        assertThatThrownBy(writing)
                .isInstanceOfSatisfying(
                        TroubleshooterException.class,
                        refused -> assertThat(refused.code()).isEqualTo(Code.CONFLICT));
    }

    @Test
    default void sourcesOfOneIdLieInPlacesOfTheirOwn() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        store.create("s1", "ada", text("one"), clock.instant());
        String one = store.addSource("s1", "S1", text("a.log"), parts("one\n"));
        String other = store.addSource("s1", "S1", text("a.log"), parts("other\n"));
        assertThat(store.find("ada", "s1").orElseThrow().sources())
                .extracting(StoredSource::place, SessionStoreContract::lines)
                .containsExactlyInAnyOrder(tuple(one, "one\n"), tuple(other, "other\n"));
    }

    @Test
    default void ofASourceThatBreaksOffNothingIsKept() {
        TickingClock clock = new TickingClock();
        SessionStore store = store(clock, DAY);
        store.create("s1", "ada", text("one"), clock.instant());
        Iterable<RedactedText> breaking = () -> Stream.of("first\n", "second\n", "third\n")
                .peek(part -> {
                    if (part.startsWith("third")) {
                        throw new IllegalStateException("broke off");
                    }
                })
                .map(SessionStoreContract::text)
                .iterator();
        assertThatThrownBy(() -> store.addSource("s1", "S1", text("broken"), breaking))
                .hasMessage("broke off");
        assertThat(store.find("ada", "s1").orElseThrow().sources()).isEmpty();
        store.addSource("s1", "S1", text("whole"), parts("one\n", "two\n", "three\n"));
        assertThat(store.find("ada", "s1").orElseThrow().sources())
                .extracting(SessionStoreContract::lines)
                .containsExactly("one\ntwo\nthree\n");
    }

    /** Reads a source whole. */
    static String lines(StoredSource source) {
        try (InputStream in = source.text().get()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<RedactedText> parts(String... parts) {
        return Stream.of(parts).map(SessionStoreContract::text).toList();
    }

    private static RedactedText text(String text) {
        return RedactionSession.create().redact(text);
    }
}
