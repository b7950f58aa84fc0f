package io.troubleshooter.aws.s3;

import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Uploads that go from the client to S3. What the client announced is part of the signature: another length, type or
 * checksum is refused by S3, and so is a second PUT to the same key. What lies there is not redacted, hence it is read
 * and removed at once; the bucket's lifecycle removes after a day what nobody came back for. Thread-safe.
 */
public final class PresignedUploads implements AutoCloseable {

    /** What uploads' keys begin with. */
    public static final String FOLDER = "uploads/";

    /** What is kept in the place of an upload that was read, so that its URL cannot be used again. */
    private static final byte[] SPENT = new byte[0];

    private static final int KEY_BYTES = 24;

    private final S3Client client;
    private final S3Presigner presigner;
    private final BlobSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private PresignedUploads(S3Client client, S3Presigner presigner, BlobSettings settings, Clock clock) {
        this.client = client;
        this.presigner = presigner;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param clock by which it is seen whether a URL may still be used */
    public static PresignedUploads open(AwsAccess access, BlobSettings settings, Clock clock) {
        return open(access, settings, clock, S3Clients.http());
    }

    static PresignedUploads open(AwsAccess access, BlobSettings settings, Clock clock, SdkHttpClient http) {
        return new PresignedUploads(
                S3Clients.client(access, settings.deadline(), http), S3Clients.presigner(access), settings, clock);
    }

    /** Where its URLs lead, as browsers name it: scheme, host, and the port where it is not the usual one. */
    public String origin() {
        URL url = client.utilities()
                .getUrl(request -> request.bucket(settings.bucket()).key(FOLDER));
        return url.getProtocol() + "://" + url.getAuthority();
    }

    /**
     * Signs an upload; nothing is sent to S3.
     *
     * @param life how long its URL can be used, one second to an hour; less where the credentials end sooner
     */
    public Upload sign(Upload.Content content, Duration life) {
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("the URL of an upload lives for a second to an hour");
        }
        String key = FOLDER + newName();
        PutObjectRequest put = put(key, content);
        PresignedPutObjectRequest signed = S3Failures.calling(() -> presigner.presignPutObject(
                request -> request.signatureDuration(life).putObjectRequest(put)));
        return new Upload(key, content, URI.create(signed.url().toString()), headers(signed), signed.expiration());
    }

    private PutObjectRequest put(String key, Upload.Content content) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .contentLength(content.bytes())
                .contentType(content.type())
                .checksumSHA256(content.sha256())
                .ifNoneMatch("*");
        encrypted(request);
        return request.build();
    }

    private void encrypted(PutObjectRequest.Builder request) {
        String kmsKey = settings.kmsKey();
        if (kmsKey != null) {
            request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(kmsKey);
        }
    }

    private static Map<String, String> headers(PresignedPutObjectRequest signed) {
        Map<String, String> headers = new LinkedHashMap<>();
        signed.signedHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("host")) {
                headers.put(name.toLowerCase(Locale.ROOT), values.get(0));
            }
        });
        return headers;
    }

    private String newName() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Looks whether an upload has arrived, and is what was announced.
     *
     * @return empty while there is nothing, or nothing any more
     * @throws TroubleshooterException {@code UNUSABLE_INPUT} if it is something else: to be discarded
     */
    public Optional<Arrived> arrived(String key, Upload.Content announced) {
        return head(key).filter(head -> head.contentLength() > 0).map(head -> {
            if (!isAnnounced(head, announced)) {
                throw new TroubleshooterException(
                        Code.UNUSABLE_INPUT, "What was uploaded is not what was announced.", "Begin another upload.");
            }
            return new Arrived(key, head.eTag(), head.versionId());
        });
    }

    private Optional<HeadObjectResponse> head(String key) {
        return S3Failures.calling(() -> {
            try {
                return Optional.of(client.headObject(
                        request -> request.bucket(settings.bucket()).key(key).checksumMode(ChecksumMode.ENABLED)));
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    private static boolean isAnnounced(HeadObjectResponse head, Upload.Content announced) {
        return head.contentLength() == announced.bytes()
                && announced.type().equals(head.contentType())
                && announced.sha256().equals(head.checksumSHA256());
    }

    /**
     * An upload that is there.
     *
     * @param tag which object it is, of those that may be there one after the other
     * @param version in a bucket that keeps versions
     */
    public record Arrived(String key, String tag, @Nullable String version) {}

    /** Reads an upload: the very bytes that were looked at, or none. */
    public InputStream open(Arrived upload) {
        return S3Failures.calling(() -> BlobStream.open(client, settings.bucket(), upload.key(), upload.tag()));
    }

    /**
     * Removes an upload, in a bucket with versions for good. While its URL could be used again, an empty object keeps its
     * place.
     *
     * @param version as it arrived; null where it did not, or not as announced
     */
    public void discard(String key, @Nullable String version, Instant expires) {
        if (clock.instant().isBefore(expires)) {
            spend(key);
        } else {
            delete(key, null);
        }
        if (version != null) {
            delete(key, version);
        }
    }

    private void spend(String key) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(settings.bucket()).key(key);
        encrypted(request);
        S3Failures.calling(() -> client.putObject(request.build(), RequestBody.fromBytes(SPENT)));
    }

    private void delete(String key, @Nullable String version) {
        S3Failures.calling(() -> client.deleteObject(
                request -> request.bucket(settings.bucket()).key(key).versionId(version)));
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }
}
