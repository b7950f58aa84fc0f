package io.troubleshooter.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.aws.s3.FaultyHttp.Fault;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlobsTest {

    private static final int MEBI = 1 << 20;

    private final S3Server server = S3Server.shared();
    private final String bucket = server.newBucket();

    @Test
    void whatWasPutComesBack() {
        try (Blobs blobs = blobs()) {
            blobs.check();
            blobs.put("a/1", bytes(100));
            blobs.put("a/2", new byte[0]);
            blobs.put("a/1", bytes(70));
            assertThat(blobs.get("a/1", 70).orElseThrow()).isEqualTo(bytes(70));
            assertThat(blobs.get("a/2", 70).orElseThrow()).isEmpty();
            assertThat(blobs.get("a/3", 70)).isEmpty();
            blobs.delete("a/1");
            blobs.delete("a/1");
            assertThat(blobs.get("a/1", 70)).isEmpty();
        }
    }

    @Test
    void whatIsLongerThanExpectedIsNotRead() {
        try (Blobs blobs = blobs()) {
            blobs.put("a", bytes(100));
            unavailable(() -> blobs.get("a", 99));
        }
    }

    @Test
    void aFolderIsRemovedPageByPageAndNothingBesideIt() {
        try (Blobs blobs = Blobs.open(server.access(), BlobSettings.of(bucket), S3Clients.http(), 10)) {
            for (int i = 0; i < 25; i++) {
                blobs.put("s/1/" + i, bytes(1));
            }
            blobs.put("s/10/0", bytes(1));
            blobs.deleteAll("s/1/");
            blobs.deleteAll("s/1/");
            for (int i = 0; i < 25; i++) {
                assertThat(blobs.get("s/1/" + i, 1)).isEmpty();
            }
            assertThat(blobs.get("s/10/0", 1)).isPresent();
            assertThatThrownBy(() -> blobs.deleteAll("s/1")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> blobs.deleteAll("/")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultOnTheWayIsNotSeen(Fault fault) {
        FaultyHttp http = FaultyHttp.of(fault, fault);
        try (Blobs blobs = S3Fixture.blobs(bucket, http)) {
            blobs.put("a", bytes(50_000));
            blobs.put("b", 50_000, () -> new Endless(50_000));
        }
        try (Blobs blobs = S3Fixture.blobs(bucket, FaultyHttp.of(fault, fault))) {
            assertThat(blobs.get("a", 50_000).orElseThrow()).isEqualTo(bytes(50_000));
            assertThat(blobs.get("b", 50_000).orElseThrow()).hasSize(50_000);
        }
        try (Blobs blobs = S3Fixture.blobs(bucket, FaultyHttp.of(fault, fault))) {
            blobs.delete("a");
            assertThat(blobs.get("a", 1)).isEmpty();
            blobs.put("c/1", bytes(9));
        }
        try (Blobs blobs = S3Fixture.blobs(bucket, FaultyHttp.of(Fault.NONE, fault, fault))) {
            blobs.deleteAll("c/");
            assertThat(blobs.get("c/1", 9)).isEmpty();
        }
    }

    @Test
    void whereS3DoesNotComeBackItIsSaidInTimeAndWithoutContent() {
        BlobSettings hurried = BlobSettings.of(bucket).withDeadline(Duration.ofMillis(300));
        try (Blobs blobs = Blobs.open(server.access(), hurried, new FaultyHttp(() -> Fault.SLOW_DOWN), Blobs.PAGE)) {
            unavailable(() -> blobs.put("secret-key", "secret".getBytes(StandardCharsets.UTF_8)));
            unavailable(() -> blobs.get("secret-key", 9));
            unavailable(() -> blobs.deleteAll("secret-key/"));
        }
        try (Blobs blobs = S3Fixture.blobs(bucket, new FaultyHttp(() -> Fault.BREAKS_OFF))) {
            blobs.put("secret-key", bytes(1_000));
            unavailable(() -> blobs.get("secret-key", 1_000));
        }
    }

    @Test
    void aBucketThatIsNotThereIsNamedAsTheReason() {
        try (Blobs blobs = Blobs.open(server.access(), BlobSettings.of("no-such-bucket"))) {
            assertThatThrownBy(blobs::check).hasMessageContaining("no such bucket");
            assertThatThrownBy(() -> blobs.put("a", bytes(1))).hasMessageContaining("no such bucket");
        }
    }

    @Test
    void aLongStreamPassesThroughUnchanged() throws Exception {
        long length = 24L * MEBI;
        try (Blobs blobs = blobs()) {
            blobs.put("long", length, () -> new Endless(length));
            try (InputStream back = blobs.open("long").orElseThrow();
                    InputStream sent = new Endless(length)) {
                assertThat(hash(back)).isEqualTo(hash(sent));
            }
        }
    }

    @Test
    void aStreamThatIsLeftEarlyIsClosed() throws IOException {
        try (Blobs blobs = blobs()) {
            blobs.put("long", 2L * MEBI, () -> new Endless(2L * MEBI));
            for (int i = 0; i < 80; i++) {
                try (InputStream back = blobs.open("long").orElseThrow()) {
                    assertThat(back.read()).isNotNegative();
                }
            }
        }
    }

    private Blobs blobs() {
        return Blobs.open(server.access(), BlobSettings.of(bucket));
    }

    private static void unavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TroubleshooterException.class,
                        failed -> assertThat(failed.code()).isEqualTo(Code.STORE_UNAVAILABLE))
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(InputStream in) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[MEBI];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return digest.digest();
    }

    /** So many bytes made while they are read. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            return (int) (left >> 3 & 0xff);
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            if (left == 0) {
                return -1;
            }
            int upTo = (int) Math.min(left, count);
            for (int i = 0; i < upTo; i++) {
                left--;
                target[offset + i] = (byte) (left >> 3);
            }
            return upTo;
        }
    }
}
