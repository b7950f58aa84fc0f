package io.troubleshooter.aws.dynamo;

import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import io.troubleshooter.aws.dynamo.AuditTable.Found;
import io.troubleshooter.guard.AuditChain;
import io.troubleshooter.guard.AuditLog.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Appends events: all that wait in this process, in one transaction that moves the head if nobody else has. Not
 * thread-safe.
 */
final class AuditWriter {

    private final Table table;
    private final AuditTable audit;
    private final Vault vault;
    private final Attempts attempts;

    /** As it was when last seen; the service says when it is not so any more. */
    private @Nullable Found known;

    AuditWriter(Table table, AuditTable audit, Vault vault, Attempts attempts) {
        this.table = table;
        this.audit = audit;
        this.vault = vault;
        this.attempts = attempts;
    }

    /** @param events at most as many as a transaction can have, less four */
    void append(List<Event> events) {
        attempts.of(unsure -> {
            Found found = known == null ? audit.head() : known;
            List<TransactWriteItem> writes = new ArrayList<>();
            AuditHead next = chained(found, events, writes);
            byte[] state = next.write(vault);
            writes.add(put(headed(state), found.state()));
            Transaction appended = table.transact(writes);
            if (!appended.done()) {
                known = audit.found(appended.refusals().get(writes.size() - 1).item());
                throw TransactionConflictException.builder().build();
            }
            known = new Found(state, next);
            return true;
        });
    }

    private AuditHead chained(Found found, List<Event> events, List<TransactWriteItem> writes) {
        AuditHead head = found.head();
        if (head == null) {
            AuditHead adopted = adopted(found.state());
            return chained(adopted, adoption(adopted, events), writes);
        }
        return chained(head, events, writes);
    }

    private AuditHead chained(AuditHead head, List<Event> events, List<TransactWriteItem> writes) {
        AuditChain last = head.last();
        for (Event event : events) {
            last = last.after(event);
            writes.add(put(AuditItems.item(last, event)));
            if (AuditItems.beginsSegment(last.place())) {
                writes.add(put(AuditItems.marker(AuditItems.segment(last.place()), event.time())));
            }
        }
        return head.withLast(last);
    }

    /** Goes on from events whose end nobody vouches for. */
    private AuditHead adopted(byte[] state) {
        AuditHead unsealed = AuditHead.unsealed(state);
        return new AuditHead(unsealed == null ? AuditChain.START : unsealed.anchor(), audit.last());
    }

    /** Says so in the log itself. */
    private static List<Event> adoption(AuditHead adopted, List<Event> events) {
        List<Event> all = new ArrayList<>();
        String detail = "last=" + adopted.last().place();
        all.add(new Event(events.get(0).time(), "", "", "adopt-audit", detail, 0));
        all.addAll(events);
        return all;
    }

    static Item headed(byte[] state) {
        return Item.of(AuditItems.HEAD_PARTITION, AuditItems.HEAD).with(AuditItems.STATE, state);
    }

    private TransactWriteItem put(Item item) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table.name())
                        .item(item.attributes())
                        .build())
                .build();
    }

    /** If what is there is what was seen. */
    private TransactWriteItem put(Item head, byte[] seen) {
        Expression expression = condition(seen);
        Put.Builder put = Put.builder()
                .tableName(table.name())
                .item(head.attributes())
                .conditionExpression(seen(seen))
                .expressionAttributeNames(expression.names())
                .returnValuesOnConditionCheckFailure(ALL_OLD);
        if (seen.length > 0) {
            put.expressionAttributeValues(expression.values());
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    static Expression condition(byte[] seen) {
        Expression expression = new Expression().names(AuditItems.STATE);
        return seen.length == 0 ? expression : expression.value("seen", Item.bytes(seen));
    }

    static String seen(byte[] seen) {
        return seen.length == 0 ? "attribute_not_exists(#state)" : "#state = :seen";
    }
}
