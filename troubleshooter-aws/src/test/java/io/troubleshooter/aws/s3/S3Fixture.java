package io.troubleshooter.aws.s3;

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
}
