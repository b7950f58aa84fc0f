package io.troubleshooter.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.troubleshooter.aws.s3.BlobSettings;
import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.aws.s3.S3Server;
import io.troubleshooter.contract.DocumentsContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.Documents.Document;
import io.troubleshooter.guard.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

class DynamoDocumentsTest {

    private final TickingClock clock = new TickingClock();
    private final Troubles troubles = new Troubles();
    private final String table = LocalDynamo.newTable();

    private Documents documents() {
        return LocalDynamo.stores(table, DynamoLimits.DEFAULT, clock, troubles).documents();
    }

    private Documents withPatience(Duration patience) {
        return LocalDynamo.stores(table, DynamoLimits.DEFAULT.withPatience(patience), clock, troubles)
                .documents();
    }

    private static Documents fresh(TickingClock clock, Troubles troubles) {
        return LocalDynamo.stores(LocalDynamo.newTable(), DynamoLimits.DEFAULT, clock, troubles)
                .documents();
    }

    @Nested
    class Untroubled implements DocumentsContract {
        @Override
        public Documents documents(TickingClock at) {
            return fresh(at, new Troubles());
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource(
            value = Trouble.class,
            names = {"LOST", "CONFLICT", "UNPROCESSED", "RESET"})
    class WithTroubleOfOneKind implements DocumentsContract {
        @Parameter
        Trouble trouble;

        @Override
        public Documents documents(TickingClock at) {
            return fresh(at, new Troubles().randomly(11, 0.3, trouble));
        }
    }

    @Nested
    class WithTroublesOfAllKinds implements DocumentsContract {
        @Override
        public Documents documents(TickingClock at) {
            return fresh(at, new Troubles().randomly(7, 0.3, Trouble.values()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWritingIsKnownAgainAfterTrouble(Trouble trouble) {
        Documents documents = documents();
        troubles.next(trouble, trouble);
        Document first = documents.put(Document.of("job", "j", "1")).orElseThrow();
        troubles.next(trouble, trouble);
        Document second = documents.put(first.with("2")).orElseThrow();
        troubles.next(trouble, trouble);

        assertThat(second.version()).isEqualTo(2);
        assertThat(documents.delete("job", "j")).isTrue();
        assertThat(documents.delete("job", "j")).isFalse();
        assertThat(troubles.had(trouble)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whoComesLateIsToldSoAlsoAfterTrouble() {
        Documents documents = documents();
        Document first = documents.put(Document.of("job", "j", "1")).orElseThrow();
        documents.put(first.with("2"));
        troubles.next(Trouble.LOST);
        assertThat(documents.put(first.with("3"))).isEmpty();
        troubles.next(Trouble.LOST);
        assertThat(documents.put(Document.of("job", "j", "4"))).isEmpty();
        assertThat(documents.find("job", "j")).map(Document::json).contains("2");
    }

    @Test
    void ofFiftyThatWriteAtOnceEachWritesOnce() throws Exception {
        Documents documents = withPatience(Duration.ofSeconds(60));
        documents.put(Document.of("list", "l", ";"));
        troubles.randomly(5, 0.2, Trouble.LOST, Trouble.RESET, Trouble.THROTTLED, Trouble.BROKEN_AFTER);
        Contention.of(50, writer -> () -> {
            while (!added(documents, writer + ";")) {}
            return true;
        });
        troubles.end();

        Document list = documents.find("list", "l").orElseThrow();
        assertThat(list.json().substring(1).split(";"))
                .containsExactlyInAnyOrder(
                        IntStream.range(0, 50).mapToObj(Integer::toString).toArray(String[]::new));
        assertThat(list.version()).isEqualTo(51);
        assertThat(troubles.had(Trouble.LOST)).isPositive();
    }

    /** Who is told that it is not known looks again, as anybody would. */
    private static boolean added(Documents documents, String word) {
        Document is = documents.find("list", "l").orElseThrow();
        try {
            return is.json().contains(";" + word)
                    || documents.put(is.with(is.json() + word)).isPresent();
        } catch (TroubleshooterException unknown) {
            return false;
        }
    }

    @Test
    void ofFiftyThatDeleteOneDid() throws Exception {
        Documents documents = documents();
        documents.put(Document.of("link", "once", "{}"));
        troubles.randomly(6, 0.2, Trouble.LOST, Trouble.RESET, Trouble.CONFLICT);
        List<Boolean> deleted = Contention.of(50, each -> () -> documents.delete("link", "once"));

        assertThat(deleted).containsOnlyOnce(true);
    }

    @Test
    void whatLastsTooLongIsToldWithAdviceAndWithoutContent() {
        Documents documents = withPatience(Duration.ofMillis(300));
        troubles.randomly(1, 1, Trouble.RESET);
        TroubleshooterException told = catchThrowableOfType(
                TroubleshooterException.class, () -> documents.put(Document.of("secret-c", "secret-k", "secret-j")));

        assertThat(told.code()).isEqualTo(Code.STORE_UNAVAILABLE);
        assertThat(told.advice()).contains("storage.endpoint");
        assertThat(told).hasMessageNotContaining("secret").hasNoCause();
        assertThat(troubles.had(Trouble.RESET)).isGreaterThan(2);
    }

    @Test
    void aTableThatIsMissingIsToldAtOnce() {
        Documents documents =
                LocalDynamo.stores("tst-missing", DynamoLimits.DEFAULT, clock).documents();
        assertThatThrownBy(() -> documents.find("c", "k"))
                .isInstanceOfSatisfying(
                        TroubleshooterException.class,
                        told -> assertThat(told.advice()).contains("storage.table"));
    }

    @Test
    void aCollectionOfAnySizeIsDeletedThroughTroubles() {
        Documents documents = documents();
        IntStream.range(0, 60).forEach(i -> documents.put(Document.of("many", "k" + i, "{}")));
        documents.put(Document.of("other", "k", "{}"));
        troubles.next(Trouble.LOST, Trouble.UNPROCESSED, Trouble.LOST, Trouble.UNPROCESSED, Trouble.THROTTLED);
        documents.deleteAll("many");

        assertThat(documents.list("many", "", 100)).isEmpty();
        assertThat(documents.list("other", "", 100)).hasSize(1);
        assertThat(troubles.had(Trouble.UNPROCESSED)).isEqualTo(2);
    }

    @Test
    void aListPassesOverWhatHasExpiredAndStillHasAsManyAsAreWanted() {
        Documents documents = documents();
        Instant soon = clock.instant().plusSeconds(1);
        IntStream.range(0, 60)
                .mapToObj(i -> Document.of("l", "k%02d".formatted(i), "{}"))
                .map(each -> each.key().compareTo("k50") < 0 ? each.until(soon) : each)
                .forEach(documents::put);
        clock.advance(Duration.ofSeconds(1));

        assertThat(documents.list("l", "", 3)).extracting(Document::key).containsExactly("k50", "k51", "k52");
    }

    @Test
    void theTableMayRemoveADocumentOnceItHasExpired() {
        Documents documents = documents();
        Instant expires = Instant.parse("2026-03-01T10:00:00.500Z");
        Document put = documents.put(Document.of("c", "k", "{}").until(expires)).orElseThrow();
        assertThat(stored("D#c", "k").get("ttl").n())
                .isEqualTo(Long.toString(Instant.parse("2026-03-01T10:00:01Z").getEpochSecond()));

        documents.put(new Document("c", "k", "{}", put.version(), null));
        assertThat(stored("D#c", "k")).doesNotContainKeys("ttl", "expires");
    }

    @Test
    void whatIsStoredIsSealedForItsPlace() {
        KeyRing keys = KeyRing.parse(KeyRing.newKey("k1", new SecureRandom()));
        Documents documents = sealed(keys);
        documents.put(Document.of("c", "k", "{\"words\":\"readable\"}"));
        Map<String, AttributeValue> item =
                new Item(stored("D#c", "k")).with("sk", "elsewhere").attributes();
        LocalDynamo.client().putItem(put -> put.tableName(table).item(item));

        assertThat(item.get("json").b().asString(StandardCharsets.ISO_8859_1)).doesNotContain("readable");
        assertThat(documents.find("c", "k")).isPresent();
        assertThatThrownBy(() -> documents.find("c", "elsewhere")).isInstanceOf(TroubleshooterException.class);
        assertThatThrownBy(() -> sealed(KeyRing.NONE).find("c", "k")).isInstanceOf(TroubleshooterException.class);
    }

    private Documents sealed(KeyRing keys) {
        return LocalDynamo.stores(table, none(), DynamoLimits.DEFAULT, clock, keys, troubles)
                .documents();
    }

    private static Blobs none() {
        return Blobs.open(S3Server.shared().access(), BlobSettings.of("none"));
    }

    private Map<String, AttributeValue> stored(String pk, String sk) {
        return LocalDynamo.client()
                .getItem(get -> get.tableName(table).key(Item.of(pk, sk).key()))
                .item();
    }

    /** Letters of three bytes each that do not compress: more than an item can have. */
    private static String large(int seed) {
        return new Random(seed)
                .ints(Document.MAX_JSON, 0x4e00, 0x9fa5)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SLOW", "LOST", "THROTTLED"})
    void whatIsTooLargeForAnItemLiesBesideItAndGoesWithIt(Trouble trouble) {
        String bucket = S3Server.shared().newBucket();
        try (Blobs blobs = Blobs.open(S3Server.shared().access(), BlobSettings.of(bucket))) {
            Documents documents = LocalDynamo.stores(table, blobs, DynamoLimits.DEFAULT, clock, KeyRing.NONE, troubles)
                    .documents();
            String first = large(1);
            troubles.next(trouble);
            Document put = documents.put(Document.of("c", "k", first)).orElseThrow();
            assertThat(documents.find("c", "k")).map(Document::json).contains(first);
            assertThat(documents.put(Document.of("c", "k", large(2)))).isEmpty();
            assertThat(objects(bucket)).isEqualTo(1);

            troubles.next(trouble);
            Optional<Document> second = documents.put(put.with(large(3)));
            assertThat(documents.list("c", "", 10)).containsExactly(second.orElseThrow());
            assertThat(objects(bucket)).isEqualTo(1);
            Document small = documents.put(second.orElseThrow().with("{}")).orElseThrow();
            assertThat(objects(bucket)).isZero();

            documents.put(small.with(large(4)));
            troubles.next(trouble);
            assertThat(documents.delete("c", "k")).isTrue();
            documents.put(Document.of("c", "k", large(5)));
            documents.deleteAll("c");
            assertThat(objects(bucket)).isZero();
        }
    }

    private static int objects(String bucket) {
        try (S3Client client = S3Server.shared()
                .access()
                .apply(S3Client.builder())
                .forcePathStyle(true)
                .build()) {
            return client.listObjectsV2(list -> list.bucket(bucket)).keyCount();
        }
    }
}
