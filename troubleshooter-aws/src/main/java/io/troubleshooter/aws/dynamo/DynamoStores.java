package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.AwsAccess;
import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.AuditLog;
import io.troubleshooter.guard.Budgets;
import io.troubleshooter.guard.Documents;
import io.troubleshooter.guard.KeyRing;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Stores on one table, as {@link TableSetup} describes it. Any number of processes may use it at once; what has been
 * confirmed stays. Thread-safe. A store throws {@link io.troubleshooter.error.TroubleshooterException} with
 * {@code STORE_UNAVAILABLE} when {@link DynamoLimits#patience()} is over: what was to be written may then be written or not.
 */
public final class DynamoStores implements AutoCloseable {

    private final DynamoDbClient client;
    private final DynamoLimits limits;
    private final Clock clock;
    private final Vault vault;
    private final Table table;
    private final Blobs blobs;

    /** One for all, so that what waits at once is written at once. */
    private final AuditLog audit;

    private DynamoStores(
            DynamoDbClient client, String table, Blobs blobs, DynamoLimits limits, Clock clock, KeyRing keys) {
        this.client = client;
        Attempts attempts = new Attempts(limits.patience());
        this.table = new Table(client, table, attempts);
        this.blobs = blobs;
        this.limits = limits;
        this.clock = clock;
        this.vault = new Vault(keys);
        this.audit = new DynamoAuditLog(this.table, vault, attempts);
    }

    /**
     * Opens the stores; nothing is asked of AWS yet.
     *
     * @param table its name
     * @param blobs for what is too large for an item; stays open
     * @param keys seal texts and documents, each for its place; who, when and how much stay readable
     */
    public static DynamoStores open(
            AwsAccess access, String table, Blobs blobs, DynamoLimits limits, Clock clock, KeyRing keys) {
        return of(Connection.open(access), table, blobs, limits, clock, keys);
    }

    static DynamoStores of(
            DynamoDbClient client, String table, Blobs blobs, DynamoLimits limits, Clock clock, KeyRing keys) {
        return new DynamoStores(client, table, blobs, limits, clock, keys);
    }

    /** Lists of sessions may lag a moment behind; everything else is as it was stored last. */
    public SessionStore sessions() {
        return new DynamoSessions(table, vault, blobs, limits.sessionLife(), clock);
    }

    /** What its status tells is of this instance. */
    public AnswerCache cache() {
        return new DynamoAnswerCache(table, vault, blobs, limits.cacheBytes(), clock);
    }

    public Documents documents() {
        return new DynamoDocuments(table, vault, blobs, clock);
    }

    public Budgets budgets() {
        return new DynamoBudgets(table, limits.dailyMicroUsd(), clock);
    }

    public AuditLog audit() {
        return audit;
    }

    /**
     * Asks for one item, to see whether the stores can be used.
     *
     * @throws io.troubleshooter.error.TroubleshooterException if the table cannot be reached or read, or what is in it was
     *     sealed by a key that is not here
     */
    public void check() {
        byte[] state = table.get(AuditItems.HEAD_PARTITION, AuditItems.HEAD).bytes(AuditItems.STATE);
        if (state.length > 0) {
            AuditHead.read(state, vault);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
