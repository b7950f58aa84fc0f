package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.aws.s3.FaultyHttp;
import io.troubleshooter.aws.s3.FaultyHttp.Fault;
import io.troubleshooter.aws.s3.S3Fixture;
import io.troubleshooter.aws.s3.S3Server;
import io.troubleshooter.contract.SessionStoreContract;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.KeyRing;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

class DynamoSessionsTest {

    private static final KeyRing KEYS = KeyRing.parse(KeyRing.newKey("k1", new SecureRandom()));

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithoutFaults implements SessionStoreContract {

        private Blobs blobs;

        @BeforeAll
        void open() {
            blobs = S3Fixture.blobs();
        }

        @AfterAll
        void close() {
            blobs.close();
        }

        @Override
        public SessionStore store(TickingClock clock, Duration timeToLive) {
            return SessionScene.of(blobs, KEYS, timeToLive, clock, new Troubles())
                    .store();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithFaults implements SessionStoreContract {

        private final Random random = new Random(11);
        private Blobs blobs;

        @BeforeAll
        void open() {
            blobs = S3Fixture.blobs(S3Server.shared().newBucket(), new FaultyHttp(this::fault));
        }

        private synchronized Fault fault() {
            Fault[] all = Fault.values();
            return random.nextInt(100) < 30 ? all[random.nextInt(all.length)] : Fault.NONE;
        }

        @AfterAll
        void close() {
            blobs.close();
        }

        @Override
        public SessionStore store(TickingClock clock, Duration timeToLive) {
            Troubles troubles = new Troubles().randomly(7, 0.3, Trouble.values());
            return SessionScene.of(blobs, KEYS, timeToLive, clock, troubles).store();
        }
    }
}
