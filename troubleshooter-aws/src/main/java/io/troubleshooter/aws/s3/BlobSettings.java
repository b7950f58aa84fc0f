package io.troubleshooter.aws.s3;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes are kept, and how long a call may take.
 *
 * @param bucket its name
 * @param kmsKey id, alias or ARN of the KMS key under which S3 encrypts; null for what the bucket does by itself
 * @param deadline for a call with all its retries; longer for long contents, by a second for each mebibyte
 */
public record BlobSettings(String bucket, @Nullable String kmsKey, Duration deadline) {

    private static final Duration USUAL = Duration.ofSeconds(20);

    /** In that bucket, encrypted as it is set up, within 20 seconds. */
    public static BlobSettings of(String bucket) {
        return new BlobSettings(bucket, null, USUAL);
    }

    public BlobSettings withKmsKey(@Nullable String key) {
        return new BlobSettings(bucket, key, deadline);
    }

    public BlobSettings withDeadline(Duration value) {
        return new BlobSettings(bucket, kmsKey, value);
    }

    /** For a call that carries so many bytes. */
    Duration deadline(long bytes) {
        return deadline.plusSeconds(bytes >> 20);
    }
}
