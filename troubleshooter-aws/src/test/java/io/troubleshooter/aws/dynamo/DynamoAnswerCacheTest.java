package io.troubleshooter.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.aws.s3.FaultyHttp;
import io.troubleshooter.aws.s3.FaultyHttp.Fault;
import io.troubleshooter.aws.s3.S3Fixture;
import io.troubleshooter.aws.s3.S3Server;
import io.troubleshooter.contract.AnswerCacheContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AnswerCache.Lookup;
import io.troubleshooter.guard.KeyRing;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DynamoAnswerCacheTest {

    private static final KeyRing KEYS = KeyRing.parse(KeyRing.newKey("k1", new SecureRandom()));
    private static final Duration HOUR = Duration.ofHours(1);

    private final TickingClock clock = new TickingClock();
    private final String bucket = S3Server.shared().newBucket();
    private final Blobs blobs = S3Fixture.blobs(bucket, FaultyHttp.of());

    @AfterEach
    void close() {
        blobs.close();
    }

    @Nested
    class WithoutFaults implements AnswerCacheContract {
        @Override
        public AnswerCache cache(long maxBytes, TickingClock clock) {
            return DynamoAnswerCacheTest.cache(LocalDynamo.newTable(), blobs, maxBytes, clock, new Troubles());
        }
    }

    @Nested
    class WithFaults implements AnswerCacheContract {
        @Override
        public AnswerCache cache(long maxBytes, TickingClock clock) {
            Troubles troubles = new Troubles()
                    .randomly(5, 0.2, Trouble.THROTTLED, Trouble.RESET, Trouble.LOST, Trouble.BROKEN_AFTER);
            return DynamoAnswerCacheTest.cache(LocalDynamo.newTable(), blobs, maxBytes, clock, troubles);
        }
    }

    @Test
    void whatOneInstanceMadeAllHaveUntilOneClearsIt() {
        String table = LocalDynamo.newTable();
        AnswerCache one = cache(table, blobs, 100_000, clock, new Troubles());
        AnswerCache other = cache(table, blobs, 100_000, clock, new Troubles());
        one.get("k", HOUR, () -> "one");
        assertThat(other.get("k", HOUR, () -> "other")).isEqualTo(new Lookup("one", true));
        one.clear();
        assertThat(other.get("k", HOUR, () -> "anew")).isEqualTo(new Lookup("anew", false));
        assertThat(one.get("k", HOUR, () -> "one")).isEqualTo(new Lookup("anew", true));
        one.clear();
        assertThat(one.get("k", HOUR, () -> "last").hit()).isFalse();
    }

    @Test
    void whatWasMadeWhileTheCacheWasClearedIsNotKept() {
        AnswerCache cache = cache(LocalDynamo.newTable(), blobs, 100_000, clock, new Troubles());
        cache.get("k", HOUR, () -> {
            cache.clear();
            return "old";
        });
        assertThat(cache.get("k", HOUR, () -> "new")).isEqualTo(new Lookup("new", false));
    }

    @Test
    void anAnswerTooLargeForAnItemLiesInTheBucketAsLongAsItCounts() {
        String large = SessionScene.words(120_000, 1).toString();
        String table = LocalDynamo.newTable();
        AnswerCache cache = cache(table, blobs, 2L * large.length(), clock, new Troubles());
        cache.get("a", HOUR, () -> large);
        assertThat(cache.get("a", HOUR, () -> "lost")).isEqualTo(new Lookup(large, true));
        assertThat(objects()).isEqualTo(1);
        clock.advance(HOUR.plusSeconds(1));
        cache.get("a", HOUR, () -> large + "again");
        assertThat(objects()).isEqualTo(1);
        cache.get("b", HOUR, () -> large);
        assertThat(cache.get("a", HOUR, () -> "made anew").hit()).isFalse();
        assertThat(objects()).isEqualTo(1);
        cache.clear();
        assertThat(objects()).isZero();
    }

    @Test
    void anAnswerWhoseBytesAreGoneFromTheBucketIsMadeAnew() {
        String large = SessionScene.words(120_000, 1).toString();
        AnswerCache cache = cache(LocalDynamo.newTable(), blobs, 100_000_000, clock, new Troubles());
        cache.get("a", HOUR, () -> large);
        blobs.deleteAll("cache/first/");
        assertThat(cache.get("a", HOUR, () -> "anew")).isEqualTo(new Lookup("anew", false));
    }

    @Test
    void noAnswerCanBeReadInTheTable() {
        String table = LocalDynamo.newTable();
        cache(table, blobs, 100_000, clock, new Troubles()).get("k", HOUR, () -> "zebra");
        assertThat(SessionScene.everything(table)).isNotEmpty().doesNotContain("zebra");
    }

    @Test
    void withoutTheBucketSmallAnswersAreKeptAllTheSame() {
        FaultyHttp gone = new FaultyHttp(() -> Fault.RESET);
        try (Blobs unreachable = S3Fixture.blobs(bucket, gone, Duration.ofMillis(200))) {
            AnswerCache cache = cache(LocalDynamo.newTable(), unreachable, 100_000, clock, new Troubles());
            cache.get("k", HOUR, () -> "one");
            assertThat(cache.get("k", HOUR, () -> "two").hit()).isTrue();
            assertThat(gone.calls()).isZero();
        }
    }

    private static AnswerCache cache(String table, Blobs blobs, long maxBytes, TickingClock clock, Troubles troubles) {
        DynamoLimits limits = DynamoLimits.DEFAULT.withCacheBytes(maxBytes).withPatience(Duration.ofSeconds(20));
        return LocalDynamo.stores(table, blobs, limits, clock, KEYS, troubles).cache();
    }

    private int objects() {
        try (var client = S3Fixture.client()) {
            return client.listObjectsV2(request -> request.bucket(bucket))
                    .contents()
                    .size();
        }
    }
}
