package io.troubleshooter.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.aws.s3.PresignedUploads.Arrived;
import io.troubleshooter.aws.s3.Upload.Content;
import io.troubleshooter.contract.TickingClock;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class PresignedUploadsTest {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String LINES = "first line\nsecond line\n";

    private final S3Server server = S3Server.shared();
    private final String bucket = server.newBucket();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final PresignedUploads uploads =
            PresignedUploads.open(server.access(), BlobSettings.of(bucket), Clock.systemUTC());

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void whatWasAnnouncedArrivesIsReadAndIsGone() throws Exception {
        Upload upload = uploads.sign(content(LINES), LIFE);
        assertThat(uploads.arrived(upload.key(), upload.content())).isEmpty();
        assertThat(put(upload, LINES)).isEqualTo(200);
        Arrived arrived = uploads.arrived(upload.key(), upload.content()).orElseThrow();
        assertThat(read(arrived)).isEqualTo(LINES);
        uploads.discard(upload.key(), arrived.version(), upload.expires());
        assertThat(uploads.arrived(upload.key(), upload.content())).isEmpty();
        assertThat(bytesInBucket()).isZero();
    }

    @Test
    void theKeySaysNothingAndIsNeverTheSame() {
        Upload one = uploads.sign(content(LINES), LIFE);
        Upload other = uploads.sign(content(LINES), LIFE);
        assertThat(one.key()).matches("uploads/[A-Za-z0-9_-]{32}").isNotEqualTo(other.key());
        assertThat(one.headers().keySet())
                .isEqualTo(Set.of("content-length", "content-type", "if-none-match", "x-amz-checksum-sha256"));
        assertThat(one.toString()).doesNotContain("Signature");
    }

    @Test
    void addressesAreOfOneOrigin() {
        assertThat(uploads.origin()).isEqualTo(server.endpoint().toString());
        assertThat(uploads.sign(content(LINES), LIFE).url().toString()).startsWith(uploads.origin() + "/");
    }

    @Test
    void onAwsTheBucketHasAnOriginOfItsOwn() {
        AwsAccess access = new AwsAccess("eu-west-1", null, server.access().chosenCredentials(), null);
        try (PresignedUploads there = PresignedUploads.open(access, BlobSettings.of("tst-logs"), Clock.systemUTC())) {
            assertThat(there.origin()).isEqualTo("https://tst-logs.s3.eu-west-1.amazonaws.com");
            assertThat(there.sign(content(LINES), LIFE).url().toString()).startsWith(there.origin() + "/");
        }
    }

    @Test
    void anUrlIsUsedOnceAlsoAfterTheUploadWasRead() throws Exception {
        Upload upload = uploads.sign(content(LINES), LIFE);
        assertThat(put(upload, LINES)).isEqualTo(200);
        assertThat(put(upload, LINES)).isEqualTo(412);
        uploads.discard(upload.key(), null, upload.expires());
        assertThat(put(upload, LINES)).isEqualTo(412);
    }

    @Test
    void nothingElseThanAnnouncedIsTaken() throws Exception {
        assertThat(put(uploads.sign(content(LINES), LIFE), LINES + "more\n")).isEqualTo(403);
        assertThat(put(uploads.sign(content(LINES), LIFE), LINES.replace('f', 'F')))
                .isEqualTo(400);
        assertThat(putWith("content-type", "text/html")).isEqualTo(403);
        assertThat(putWith("x-amz-checksum-sha256", content("other").sha256())).isEqualTo(403);
        assertThat(putWith("if-none-match", "\"tag\"")).isEqualTo(403);
        assertThat(putWith("x-amz-checksum-sha256", null)).isEqualTo(403);
        assertThat(putWith("if-none-match", null)).isEqualTo(403);
        assertThat(bytesInBucket()).isZero();
    }

    private int putWith(String header, String value) throws IOException, InterruptedException {
        Upload upload = uploads.sign(content(LINES), LIFE);
        Map<String, String> headers = new HashMap<>(upload.headers());
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }
        return put(upload.url(), headers, LINES);
    }

    @Test
    void anAlteredUrlIsRefused() throws Exception {
        Upload upload = uploads.sign(content(LINES), LIFE);
        String url = upload.url().toString();
        for (String altered : new String[] {
            url.replace("Signature=", "Signature=0"),
            url.replace("Expires=300", "Expires=3000"),
            url.replace("uploads/", "uploads/a")
        }) {
            assertThat(put(URI.create(altered), upload.headers(), LINES)).isEqualTo(403);
        }
        assertThat(bytesInBucket()).isZero();
    }

    @Test
    void afterItsLifeAnUrlIsRefused() throws Exception {
        Upload upload = uploads.sign(content(LINES), Duration.ofSeconds(1));
        // As long as the URL lives, this is refused for the checksum of its content.
        int status = 400;
        while (status == 400) {
            status = put(upload, LINES.replace('f', 'F'));
        }
        assertThat(status).isEqualTo(403);
        assertThat(Instant.now()).isAfterOrEqualTo(upload.expires().truncatedTo(ChronoUnit.SECONDS));
        assertThat(put(upload, LINES)).isEqualTo(403);
    }

    @Test
    void afterItsLifeNothingIsLeftOfAnUpload() throws Exception {
        TickingClock clock = new TickingClock();
        try (PresignedUploads later = PresignedUploads.open(server.access(), BlobSettings.of(bucket), clock)) {
            Upload upload = later.sign(content(LINES), LIFE);
            assertThat(put(upload, LINES)).isEqualTo(200);
            later.discard(upload.key(), null, clock.instant());
            assertThat(objectsInBucket()).isZero();
        }
    }

    @Test
    void whatIsThereButWasNotAnnouncedIsNotRead() throws Exception {
        Upload upload = uploads.sign(content(LINES), LIFE);
        assertThat(put(upload, LINES)).isEqualTo(200);
        for (Content other : new Content[] {
            content("other"),
            new Content(LINES.length() + 1, upload.content().sha256(), "text/plain"),
            new Content(LINES.length(), upload.content().sha256(), "application/gzip")
        }) {
            assertThatThrownBy(() -> uploads.arrived(upload.key(), other))
                    .isInstanceOfSatisfying(
                            TroubleshooterException.class,
                            refused -> assertThat(refused.code()).isEqualTo(Code.UNUSABLE_INPUT));
        }
    }

    @Test
    void whatWasPutInItsPlaceMeanwhileIsNotRead() throws Exception {
        Upload upload = uploads.sign(content(LINES), LIFE);
        assertThat(put(upload, LINES)).isEqualTo(200);
        Arrived arrived = uploads.arrived(upload.key(), upload.content()).orElseThrow();
        try (Blobs blobs = Blobs.open(server.access(), BlobSettings.of(bucket))) {
            blobs.put(upload.key(), "something else".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> read(arrived)).isInstanceOf(TroubleshooterException.class);
    }

    @Test
    void whatCannotBeSignedIsRefusedBefore() {
        String hash = content(LINES).sha256();
        assertThatThrownBy(() -> new Content(0, hash, "text/plain")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Content((5L << 30) + 1, hash, "text/plain"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Content(1, "short", "text/plain")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Content(1, hash, "text/plain\r\nx: y"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> uploads.sign(content(LINES), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int put(Upload upload, String body) throws IOException, InterruptedException {
        return put(upload.url(), upload.headers(), body);
    }

    private int put(URI url, Map<String, String> headers, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (!name.equals("content-length")) {
                request.header(name, value);
            }
        });
        return browser.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private String read(Arrived arrived) throws IOException {
        try (InputStream in = uploads.open(arrived)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Content content(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Content(bytes.length, Base64.getEncoder().encodeToString(sha256(bytes)), "text/plain");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long bytesInBucket() {
        try (S3Client client = client()) {
            return client.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                    .mapToLong(object -> object.size())
                    .sum();
        }
    }

    private int objectsInBucket() {
        try (S3Client client = client()) {
            return client.listObjectsV2(request -> request.bucket(bucket))
                    .contents()
                    .size();
        }
    }

    private S3Client client() {
        return server.access().apply(S3Client.builder()).forcePathStyle(true).build();
    }
}
