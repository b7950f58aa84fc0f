package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.aws.s3.BlobSettings;
import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.KeyRing;
import io.troubleshooter.redact.RedactedText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Stores a long source and reads it back, in a process with little memory. */
final class BigSource {

    private BigSource() {}

    /** Table's address, its name, bucket's address, its name, key and secret for it, mebibytes. */
    public static void main(String[] where) throws IOException {
        int parts = Integer.parseInt(where[6]);
        KeyRing keys = KeyRing.parse(KeyRing.newKey("k1", new SecureRandom()));
        try (Blobs blobs = Blobs.open(access(where[2], where[4], where[5]), BlobSettings.of(where[3]));
                DynamoStores stores = DynamoStores.open(
                        access(where[0], "local", "local"),
                        where[1],
                        blobs,
                        DynamoLimits.DEFAULT,
                        Clock.systemUTC(),
                        keys)) {
            SessionStore sessions = stores.sessions();
            RedactedText part = SessionScene.words(100_000, 1, 500);
            sessions.create("s1", "ada", part.slice(0, 5), Instant.now());
            long count = (parts * (1L << 20)) / part.length();
            sessions.addSource(
                    "s1",
                    "S1",
                    part.slice(0, 5),
                    () -> IntStream.range(0, (int) count).mapToObj(i -> part).iterator());
            long read = length(sessions.find("ada", "s1")
                    .orElseThrow()
                    .sources()
                    .get(0)
                    .text()
                    .get());
            System.out.println(read == count * part.length() ? "whole " + read : "only " + read);
        }
    }

    private static AwsAccess access(String endpoint, String key, String secret) {
        return new AwsAccess(
                "eu-west-1",
                null,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)),
                URI.create(endpoint));
    }

    private static long length(InputStream text) throws IOException {
        try (text) {
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                length += read;
            }
            return length;
        }
    }
}
