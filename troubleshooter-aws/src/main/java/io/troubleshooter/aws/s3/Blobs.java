package io.troubleshooter.aws.s3;

import io.troubleshooter.aws.AwsAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Bytes under keys in a bucket. Whoever keeps them seals them; S3 encrypts them besides. Calls are retried under a
 * deadline, and fail with {@code STORE_UNAVAILABLE}, which says nothing of keys and contents. A put that fails may have
 * happened. Thread-safe.
 */
public final class Blobs implements AutoCloseable {

    /** As many as S3 lists and deletes at once. */
    static final int PAGE = 1_000;

    private static final String BINARY = "application/octet-stream";

    private final S3Client client;
    private final BlobSettings settings;
    private final int page;

    Blobs(S3Client client, BlobSettings settings, int page) {
        this.client = client;
        this.settings = settings;
        this.page = page;
    }

    public static Blobs open(AwsAccess access, BlobSettings settings) {
        return open(access, settings, S3Clients.http(), PAGE);
    }

    static Blobs open(AwsAccess access, BlobSettings settings, SdkHttpClient http, int page) {
        return new Blobs(S3Clients.client(access, settings.deadline(), http), settings, page);
    }

    /** @throws io.troubleshooter.error.TroubleshooterException if there is no such bucket, or it cannot be reached */
    public void check() {
        S3Failures.calling(() -> client.headBucket(request -> request.bucket(settings.bucket())));
    }

    /** Keeps bytes, in place of what was there. */
    public void put(String key, byte[] bytes) {
        put(key, bytes.length, RequestBody.fromBytes(bytes));
    }

    /**
     * Keeps what is read from a stream, a few kilobytes of it in memory at a time.
     *
     * @param length its bytes, exactly
     * @param content opened anew for each attempt
     */
    public void put(String key, long length, Supplier<InputStream> content) {
        put(key, length, RequestBody.fromContentProvider(content::get, length, BINARY));
    }

    private void put(String key, long length, RequestBody body) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .contentType(BINARY)
                .overrideConfiguration(config -> config.apiCallTimeout(settings.deadline(length)));
        String kmsKey = settings.kmsKey();
        if (kmsKey != null) {
            request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(kmsKey);
        }
        S3Failures.calling(() -> client.putObject(request.build(), body));
    }

    /** What is kept there, read on where the connection breaks; empty where there is nothing. */
    public Optional<InputStream> open(String key) {
        return S3Failures.calling(() -> {
            try {
                return Optional.of(BlobStream.open(client, settings.bucket(), key, null));
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    /**
     * What is kept there, whole; empty where there is nothing.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if it has more than {@code most} bytes
     */
    public Optional<byte[]> get(String key, int most) {
        return open(key).map(content -> {
            try (content) {
                byte[] bytes = content.readNBytes(most);
                if (content.read() >= 0) {
                    throw S3Failures.unavailable("What S3 keeps is longer than what was put there.", "Delete it.");
                }
                return bytes;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** Removes what is kept there, if anything is. */
    public void delete(String key) {
        S3Failures.calling(() ->
                client.deleteObject(request -> request.bucket(settings.bucket()).key(key)));
    }

    /**
     * Removes all that is kept under keys of a folder, a thousand at once. Safe to repeat after a failure.
     *
     * @param folder ends with a slash
     */
    public void deleteAll(String folder) {
        if (folder.length() < 2 || !folder.endsWith("/")) {
            throw new IllegalArgumentException("a folder ends with a slash");
        }
        ListObjectsV2Request all = ListObjectsV2Request.builder()
                .bucket(settings.bucket())
                .prefix(folder)
                .maxKeys(page)
                .build();
        S3Failures.calling(() -> {
            client.listObjectsV2Paginator(all).forEach(listed -> delete(listed.contents()));
            return true;
        });
    }

    private void delete(List<S3Object> listed) {
        if (listed.isEmpty()) {
            return;
        }
        List<ObjectIdentifier> keys = listed.stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList();
        DeleteObjectsResponse deleted = client.deleteObjects(request -> request.bucket(settings.bucket())
                .delete(which -> which.objects(keys).quiet(true)));
        if (deleted.hasErrors()) {
            throw S3Failures.unavailable(
                    "S3 did not delete " + deleted.errors().size() + " of " + keys.size() + " objects.",
                    "Repeat it; look whether the role may delete in the bucket.");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
