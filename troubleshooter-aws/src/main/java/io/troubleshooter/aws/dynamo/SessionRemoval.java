package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.TableSetup.OWNER;
import static io.troubleshooter.aws.dynamo.TableSetup.UPDATED;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.conversation.SessionStore.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Removes sessions: first the header, after which the session is there for nobody, then all that belongs to it. Where
 * there is no header, what was left by a removal or a writer that broke off is removed all the same.
 */
final class SessionRemoval {

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final int SWEPT_AT_ONCE = 100;
    private static final int ITEMS_AT_ONCE = 500;

    private final Table table;
    private final SessionLists lists;
    private final Blobs blobs;
    private final SessionLife life;
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    SessionRemoval(Table table, SessionLists lists, Blobs blobs, SessionLife life) {
        this.table = table;
        this.lists = lists;
        this.blobs = blobs;
        this.life = life;
    }

    boolean delete(String owner, String id) {
        return delete(owner, id, Long.MAX_VALUE);
    }

    /** Once in an hour, sessions that have expired. What fails is tried again then. */
    void sweep() {
        Instant now = life.clock().instant();
        Instant next = nextSweep.get();
        if (now.isBefore(next) || !nextSweep.compareAndSet(next, now.plus(BETWEEN_SWEEPS))) {
            return;
        }
        try {
            Instant oldest = life.oldest();
            for (Header expired : lists.unused("", oldest, SWEPT_AT_ONCE)) {
                delete(expired.owner(), expired.id(), oldest.toEpochMilli());
            }
        } catch (RuntimeException failed) {
            // Whoever begins a session does not wait for others to be gone.
            return;
        }
    }

    /** @param before used later: not removed */
    private boolean delete(String owner, String id, long before) {
        Transaction transaction = table.transact(List.of(header(owner, id, before)));
        if (transaction.done() || transaction.refusals().get(0).item().isEmpty()) {
            removeRest(id);
        }
        return transaction.done();
    }

    private TransactWriteItem header(String owner, String id, long before) {
        Expression expression =
                new Expression().names(OWNER, UPDATED).value(OWNER, owner).value("before", before);
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(SessionItems.header(id).key())
                        .conditionExpression("#owner = :owner AND #updated < :before")
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ALL_OLD))
                .build();
    }

    private void removeRest(String id) {
        List<Item> found = new ArrayList<>();
        SessionItems.keys(table, id, "", item -> {
            found.add(item);
            if (found.size() == ITEMS_AT_ONCE) {
                table.deleteAll(found);
                found.clear();
            }
        });
        table.deleteAll(found);
        blobs.deleteAll(SessionItems.folder(id));
    }
}
