package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.SessionScene.parts;
import static io.troubleshooter.aws.dynamo.SessionScene.text;
import static io.troubleshooter.aws.dynamo.SessionScene.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.aws.s3.FaultyHttp;
import io.troubleshooter.aws.s3.FaultyHttp.Fault;
import io.troubleshooter.aws.s3.S3Fixture;
import io.troubleshooter.aws.s3.S3Server;
import io.troubleshooter.contract.SessionStoreContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.SessionStore.Header;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.conversation.SessionStore.StoredSource;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.guard.KeyRing;
import io.troubleshooter.redact.RedactedText;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What sessions on a table and a bucket do beyond their contract. */
class SessionsTest {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final KeyRing KEYS = KeyRing.parse(KeyRing.newKey("k1", new SecureRandom()));

    private final TickingClock clock = new TickingClock();
    private final String bucket = S3Server.shared().newBucket();
    private final Blobs blobs = S3Fixture.blobs(bucket, FaultyHttp.of());
    private final SessionScene scene = SessionScene.of(blobs, KEYS, LIFE, clock, new Troubles());
    private final SessionStore store = scene.store();

    @AfterEach
    void close() {
        blobs.close();
    }

    @Test
    void linesOfASourceComeBackFromTableAndBucket() {
        begin();
        List<RedactedText> many =
                IntStream.range(0, 6).mapToObj(i -> words(60_000, i)).toList();
        store.addSource("s1", "S1", text("short"), parts("one\n"));
        store.addSource("s1", "S2", text("middle"), List.of(words(20_000, 9)));
        store.addSource("s1", "S3", text("long"), many);
        assertThat(sources()).containsExactly("one\n", words(20_000, 9).toString(), whole(many));
        assertThat(objects()).isEqualTo(3);
        assertThat(scene.items())
                .extracting(item -> item.text("sk", "").substring(0, 1))
                .containsExactlyInAnyOrder("H", "M", "M", "M", "P");
    }

    @Test
    void anEntryTooLargeForAnItemLiesInTheBucket() {
        begin();
        StoredEntry large = new StoredEntry(1, "turn", words(120_000, 3).toString());
        store.addEntry("s1", large, clock.instant());
        store.addEntry("s1", large, clock.instant());
        assertThat(objects()).isEqualTo(1);
        StoredEntry other = new StoredEntry(1, "turn", words(120_000, 4).toString());
        assertThatThrownBy(() -> store.addEntry("s1", other, clock.instant()))
                .isInstanceOf(TroubleshooterException.class);
        assertThat(objects()).isEqualTo(1);
        assertThat(store.find("ada", "s1").orElseThrow().entries()).containsExactly(large);
    }

    @Test
    void nothingOfASessionCanBeReadInTableOrBucket() throws Exception {
        store.create("s1", "ada", text("title zebra"), clock.instant());
        store.addSource("s1", "S1", text("name zebra"), parts("line zebra\n"));
        store.addSource("s1", "S2", text("name zebra"), List.of(words(20_000, 1)));
        store.addEntry("s1", new StoredEntry(1, "turn", "{\"said\":\"zebra\"}"), clock.instant());
        assertThat(SessionScene.everything(scene.table())).contains("ada").doesNotContain("zebra");
        assertThat(KeyRing.isSealed(blobs.get(key(), 1 << 20).orElseThrow())).isTrue();
    }

    private String key() {
        try (var client = S3Fixture.client()) {
            return client.listObjectsV2(request -> request.bucket(bucket))
                    .contents()
                    .get(0)
                    .key();
        }
    }

    @Test
    void whatWasMovedToAnotherPlaceIsNotRead() {
        begin();
        store.addEntry("s1", new StoredEntry(1, "turn", "{\"a\":1}"), clock.instant());
        store.addEntry("s1", new StoredEntry(2, "turn", "{\"a\":2}"), clock.instant());
        Item first = item("E#00000001");
        Item second = item("E#00000002").with("json", first.bytes("json"));
        LocalDynamo.client().putItem(put -> put.tableName(scene.table()).item(second.attributes()));
        assertThatThrownBy(() -> store.find("ada", "s1")).isInstanceOf(TroubleshooterException.class);
    }

    @Test
    void ofFiftyWritersEachEntryIsKeptOnceWhateverHappensOnTheWay() throws Exception {
        begin();
        Troubles troubles = new Troubles().randomly(3, 0.2, Trouble.values());
        SessionStore troubled = over(blobs, troubles);
        ExecutorService pool = Executors.newFixedThreadPool(50);
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int writer = i;
            writers.add(pool.submit(() -> write(troubled, writer)));
        }
        for (Future<Integer> writer : writers) {
            writer.get();
        }
        pool.shutdown();
        List<StoredEntry> kept = store.find("ada", "s1").orElseThrow().entries();
        assertThat(kept).extracting(StoredEntry::number).containsExactlyElementsOf(numbers(50));
        assertThat(kept)
                .extracting(StoredEntry::json)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 50)
                        .mapToObj(i -> "{\"by\":" + i + "}")
                        .toList());
        assertThat(store.revision("ada", "s1")).hasValue(50);
        assertThat(troubles.had(Trouble.LOST) + troubles.had(Trouble.BROKEN_AFTER))
                .isPositive();
    }

    /** As an instance does: what others have written first is read again. */
    private static int write(SessionStore store, int writer) {
        while (true) {
            int next = store.revision("ada", "s1").orElseThrow() + 1;
            try {
                store.addEntry(
                        "s1", new StoredEntry(next, "turn", "{\"by\":" + writer + "}"), new TickingClock().instant());
                return next;
            } catch (TroubleshooterException conflict) {
                assertThat(conflict.code()).isEqualTo(Code.CONFLICT);
            }
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    @Test
    void ofASourceThatCouldNotBeStoredNothingIsLeft() {
        begin();
        FaultyHttp broken = new FaultyHttp(new FailingFrom(2));
        try (Blobs unreachable = S3Fixture.blobs(bucket, broken, Duration.ofMillis(500))) {
            SessionStore failing = over(unreachable, new Troubles());
            List<RedactedText> many =
                    IntStream.range(0, 4).mapToObj(i -> words(200_000, i)).toList();
            assertThatThrownBy(() -> failing.addSource("s1", "S1", text("long"), many))
                    .isInstanceOfSatisfying(
                            TroubleshooterException.class,
                            failed -> assertThat(failed.code()).isEqualTo(Code.STORE_UNAVAILABLE));
        }
        assertThat(store.find("ada", "s1").orElseThrow().sources()).isEmpty();
        assertThat(objects()).isPositive();
        assertThat(store.delete("ada", "s1")).isTrue();
        assertThat(objects()).isZero();
    }

    @Test
    void aSessionThatIsGoneTakesNoSourceAndKeepsNothingOfIt() {
        begin();
        Iterable<RedactedText> deleting = () -> IntStream.range(0, 3)
                .mapToObj(i -> words(200_000, i))
                .peek(part -> store.delete("ada", "s1"))
                .iterator();
        assertThatThrownBy(() -> store.addSource("s1", "S1", text("long"), deleting))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(scene.items()).isEmpty();
        assertThat(objects()).isZero();
    }

    @Test
    void aRemovalThatBrokeOffIsDoneByTheNext() {
        begin();
        store.addSource("s1", "S1", text("long"), List.of(words(20_000, 1)));
        store.addEntry("s1", new StoredEntry(1, "turn", "{}"), clock.instant());
        StoredSource source = store.find("ada", "s1").orElseThrow().sources().get(0);
        LocalDynamo.client()
                .deleteItem(delete -> delete.tableName(scene.table())
                        .key(SessionItems.header("s1").key()));
        assertThat(store.find("ada", "s1")).isEmpty();
        assertThat(store.delete("ada", "s1")).isFalse();
        assertThat(scene.items()).isEmpty();
        assertThat(objects()).isZero();
        assertThatThrownBy(() -> SessionStoreContract.lines(source)).hasMessageContaining("deleted meanwhile");
    }

    @Test
    void anotherOwnersRemovalLeavesEverything() {
        begin();
        store.addSource("s1", "S1", text("long"), List.of(words(20_000, 1)));
        assertThat(store.delete("bob", "s1")).isFalse();
        assertThat(sources()).hasSize(1);
    }

    @Test
    void whatHasExpiredIsRemovedWithItsLinesWhenSomebodyBeginsASession() {
        begin();
        store.addSource("s1", "S1", text("long"), List.of(words(20_000, 1)));
        clock.advance(LIFE.plusSeconds(1));
        store.create("s2", "bob", text("next"), clock.instant());
        assertThat(objects()).isZero();
        assertThat(scene.items()).extracting(item -> item.text("pk", "")).containsExactly("S#s2");
    }

    @Test
    void aSessionInUseStaysWhole() {
        begin();
        store.addSource("s1", "S1", text("short"), parts("one\n"));
        for (int i = 1; i <= 5; i++) {
            clock.advance(LIFE.minusDays(1));
            store.addEntry("s1", new StoredEntry(i, "turn", "{}"), clock.instant());
            long needed = clock.instant().plus(LIFE).getEpochSecond();
            assertThat(scene.items())
                    .allSatisfy(item -> assertThat(item.number("ttl", 0)).isGreaterThan(needed));
        }
        assertThat(store.find("ada", "s1").orElseThrow().entries()).hasSize(5);
    }

    @Test
    void manySessionsAreListedInPages() {
        for (int i = 0; i < 130; i++) {
            store.create("s" + i, "ada", text("title"), clock.instant().plusSeconds(i));
        }
        assertThat(store.list("ada", 1_000))
                .extracting(Header::id)
                .containsExactlyElementsOf(
                        IntStream.range(0, 130).mapToObj(i -> "s" + (129 - i)).toList());
        assertThat(store.list("ada", 3)).extracting(Header::id).containsExactly("s129", "s128", "s127");
        assertThat(store.unused("", clock.instant().plusSeconds(120), 500)).hasSize(120);
        assertThat(store.list("ada", 0)).isEmpty();
    }

    /** The same table by another way. */
    private SessionStore over(Blobs others, Troubles troubles) {
        return SessionScene.store(scene.table(), others, KEYS, LIFE, clock, troubles);
    }

    private void begin() {
        store.create("s1", "ada", text("one"), clock.instant());
    }

    private List<String> sources() {
        return store.find("ada", "s1").orElseThrow().sources().stream()
                .map(SessionStoreContract::lines)
                .toList();
    }

    private static String whole(List<RedactedText> parts) {
        return String.join("", parts.stream().map(RedactedText::toString).toList());
    }

    private Item item(String sort) {
        return scene.items().stream()
                .filter(item -> item.text("sk", "").equals(sort))
                .findFirst()
                .orElseThrow();
    }

    private int objects() {
        try (var client = S3Fixture.client()) {
            return client.listObjectsV2(request -> request.bucket(bucket))
                    .contents()
                    .size();
        }
    }

    /** Lets the first calls through, and no other. */
    private static final class FailingFrom implements java.util.function.Supplier<Fault> {
        private int left;

        FailingFrom(int calls) {
            this.left = calls;
        }

        @Override
        public synchronized Fault get() {
            left--;
            return left >= 0 ? Fault.NONE : Fault.RESET;
        }
    }
}
