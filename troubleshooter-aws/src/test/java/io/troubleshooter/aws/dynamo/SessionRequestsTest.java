package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.SessionScene.parts;
import static io.troubleshooter.aws.dynamo.SessionScene.text;
import static io.troubleshooter.aws.dynamo.SessionScene.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.aws.s3.FaultyHttp;
import io.troubleshooter.aws.s3.S3Fixture;
import io.troubleshooter.aws.s3.S3Server;
import io.troubleshooter.contract.SessionStoreContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.guard.KeyRing;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each request is waited for and paid for; docs/measurements-aws.md has these numbers. */
class SessionRequestsTest {

    private final TickingClock clock = new TickingClock();
    private final Troubles table = new Troubles();
    private final FaultyHttp bucket = FaultyHttp.of();
    private final Blobs blobs = S3Fixture.blobs(S3Server.shared().newBucket(), bucket);
    private final KeyRing keys = KeyRing.parse(KeyRing.newKey("k1", new SecureRandom()));
    private final SessionStore store =
            SessionScene.of(blobs, keys, Duration.ofDays(30), clock, table).store();

    @AfterEach
    void close() {
        blobs.close();
    }

    @Test
    void aSessionTakesFewRequests() {
        store.create("s0", "ada", text("looks for what has expired, once in an hour"), clock.instant());
        costs(1, 0, () -> store.create("s1", "ada", text("app.log"), clock.instant()));
        costs(2, 0, () -> store.addSource("s1", "S1", text("app.log"), parts("one\n")));
        costs(2, 1, () -> store.addSource("s1", "S2", text("app.log"), List.of(words(20_000, 1))));
        costs(1, 0, () -> store.addEntry("s1", new StoredEntry(1, "turn", "{}"), clock.instant()));
        costs(1, 0, () -> store.revision("ada", "s1"));
        costs(1, 0, () -> store.find("ada", "s1"));
        costs(2, 1, () -> store.find("ada", "s1").orElseThrow().sources().forEach(SessionStoreContract::lines));
        costs(2, 0, () -> store.list("ada", 20));
        costs(3, 2, () -> store.delete("ada", "s1"));
    }

    private void costs(int ofTable, int ofBucket, Runnable doing) {
        int tableBefore = table.requests();
        int bucketBefore = bucket.calls();
        doing.run();
        assertThat(table.requests() - tableBefore).isEqualTo(ofTable);
        assertThat(bucket.calls() - bucketBefore).isEqualTo(ofBucket);
    }
}
