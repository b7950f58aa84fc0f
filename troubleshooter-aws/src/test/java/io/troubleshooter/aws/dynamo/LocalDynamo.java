package io.troubleshooter.aws.dynamo;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.aws.s3.BlobSettings;
import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.guard.KeyRing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in this process, in memory, started when it is first needed and stopped with the process. Every test
 * makes a table of its own, or many of them.
 */
public final class LocalDynamo {

    private static final LocalDynamo ONE = new LocalDynamo();
    private static final Blobs NO_BUCKET = Blobs.open(
            ONE.access.at(URI.create("http://127.0.0.1:9")),
            BlobSettings.of("none").withDeadline(Duration.ofMillis(200)));

    private final AwsAccess access;
    private final DynamoDbClient client;
    private final SdkHttpClient connections = Connection.http().build();

    private LocalDynamo() {
        this.access = new AwsAccess(
                "eu-west-1",
                null,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
                URI.create("http://127.0.0.1:" + started()));
        this.client = Connection.patient(access);
    }

    /** Its server has a thread for itself: DynamoDB Local ends with the process. */
    private static int started() {
        try {
            int port = freePort();
            ServerRunner.createServerFromCommandLineArgs(
                            new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)})
                    .start();
            return port;
        } catch (Exception notStarted) {
            throw new IllegalStateException("DynamoDB Local did not start", notStarted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** How to reach it, for whoever makes clients or stores. */
    public static AwsAccess access() {
        return ONE.access;
    }

    /**
     * Makes an empty table and gives its name. Nothing is removed from it by age: where a test's clock is of the past, that
     * would be everything.
     */
    public static String newTable() {
        String name = "tst-" + UUID.randomUUID();
        TableSetup.create(ONE.client, name);
        ONE.client.updateTimeToLive(request -> request.tableName(name)
                .timeToLiveSpecification(
                        expiry -> expiry.attributeName(TableSetup.TTL).enabled(false)));
        return name;
    }

    /** Sees all tables, for tests that look at items. */
    public static DynamoDbClient client() {
        return ONE.client;
    }

    /** Stores on a table, without a bucket: what is too large for an item fails. */
    public static DynamoStores stores(String table, DynamoLimits limits, Clock clock) {
        return stores(table, limits, clock, new Troubles());
    }

    /** Stores on a table, without a bucket and with trouble on the way to it. */
    public static DynamoStores stores(String table, DynamoLimits limits, Clock clock, Troubles troubles) {
        return stores(table, NO_BUCKET, limits, clock, KeyRing.NONE, troubles);
    }

    /** Stores on a table and a bucket, with trouble on the way to the table. */
    public static DynamoStores stores(
            String table, Blobs blobs, DynamoLimits limits, Clock clock, KeyRing keys, Troubles troubles) {
        DynamoDbClient troubled = Connection.builder(access())
                .httpClient(new TroubledHttp(ONE.connections, troubles))
                .build();
        return DynamoStores.of(troubled, table, blobs, limits, clock, keys);
    }
}
