package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.dynamo.AuditTable.Found;
import io.troubleshooter.guard.AuditChain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Forgets the oldest events, a segment at a time: the head says first that they do not count any more, then they are
 * removed. What an interruption left is removed the next time.
 */
final class AuditRetreat {

    private final Table table;
    private final AuditTable audit;
    private final Vault vault;
    private final Attempts attempts;

    AuditRetreat(Table table, AuditTable audit, Vault vault, Attempts attempts) {
        this.table = table;
        this.audit = audit;
        this.vault = vault;
        this.attempts = attempts;
    }

    /** How many were forgotten. */
    long forget(Instant before) {
        long forgotten = 0;
        long more;
        do {
            more = attempts.of(unsure -> forgetSome(before));
            forgotten += more;
        } while (more > 0);
        AuditHead head = audit.head().head();
        if (head != null) {
            remove(head.anchor().place());
        }
        return forgotten;
    }

    private long forgetSome(Instant before) {
        Found found = audit.head();
        AuditHead head = found.head();
        AuditChain last = head == null ? null : lastBefore(head, before);
        if (head == null || last == null) {
            return 0;
        }
        if (!move(found, head.withAnchor(last))) {
            throw TransactionConflictException.builder().build();
        }
        return last.place() - head.anchor().place();
    }

    /** The last of those that are too old, in one segment; null where there is none. */
    private @Nullable AuditChain lastBefore(AuditHead head, Instant before) {
        long first = head.anchor().place() + 1;
        AtomicReference<AuditChain> last = new AtomicReference<>();
        audit.each(AuditItems.segment(first), head.anchor().place(), item -> {
            AuditChain at = AuditItems.chain(item);
            boolean old = at.place() <= head.last().place()
                    && AuditItems.event(item).time().isBefore(before);
            if (old) {
                last.set(at);
            }
            return old;
        });
        return last.get();
    }

    private boolean move(Found found, AuditHead next) {
        byte[] state = next.write(vault);
        PutItemRequest.Builder put = PutItemRequest.builder()
                .item(AuditWriter.headed(state).attributes())
                .conditionExpression(AuditWriter.seen(found.state()))
                .expressionAttributeNames(AuditWriter.condition(found.state()).names())
                .expressionAttributeValues(AuditWriter.condition(found.state()).values());
        Outcome moved = table.put(put);
        return moved.done()
                || Item.bytes(state).equals(moved.item().attributes().get(AuditItems.STATE));
    }

    private void remove(long anchor) {
        for (Item marker : audit.segments()) {
            long segment = AuditItems.segment(marker);
            if (segment > AuditItems.segment(anchor)) {
                return;
            }
            List<Item> old = new ArrayList<>();
            audit.each(segment, -1, item -> AuditItems.place(item) <= anchor && old.add(item));
            table.deleteAll(old);
            if (AuditItems.lastOf(segment) <= anchor) {
                table.deleteAll(List.of(marker));
            }
        }
    }
}
