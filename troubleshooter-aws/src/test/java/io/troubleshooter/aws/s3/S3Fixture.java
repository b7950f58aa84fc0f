package io.troubleshooter.aws.s3;

import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;

/** Blobs in a bucket of their own on the {@link S3Server}, with and without faults on the way. */
public final class S3Fixture {

    private S3Fixture() {}

    /** In a new bucket. */
    public static Blobs blobs() {
        return Blobs.open(
                S3Server.shared().access(), BlobSettings.of(S3Server.shared().newBucket()));
    }

    /** In that bucket, over that way. */
    public static Blobs blobs(String bucket, FaultyHttp http) {
        return Blobs.open(S3Server.shared().access(), BlobSettings.of(bucket), http, Blobs.PAGE);
    }

    /** In that bucket, over that way, given up after so long. */
    public static Blobs blobs(String bucket, FaultyHttp http, Duration deadline) {
        BlobSettings hurried = BlobSettings.of(bucket).withDeadline(deadline);
        return Blobs.open(S3Server.shared().access(), hurried, http, Blobs.PAGE);
    }

    /** Sees all buckets, for tests that look at objects. */
    public static S3Client client() {
        return S3Server.shared()
                .access()
                .apply(S3Client.builder())
                .forcePathStyle(true)
                .build();
    }
}
