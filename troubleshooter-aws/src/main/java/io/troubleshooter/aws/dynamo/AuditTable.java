package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.TableSetup.PK;
import static io.troubleshooter.aws.dynamo.TableSetup.SK;

import io.troubleshooter.guard.AuditChain;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Finds head, segments and events of the audit log in the table. */
final class AuditTable {

    private final Table table;
    private final Vault vault;

    AuditTable(Table table, Vault vault) {
        this.table = table;
        this.vault = vault;
    }

    /**
     * The head as it was found.
     *
     * @param state as stored, the condition of the next writing; empty where there is none
     * @param head null where it is missing though there are events, or is not one that was written here
     */
    record Found(byte[] state, @Nullable AuditHead head) {}

    Found head() {
        return found(table.get(AuditItems.HEAD_PARTITION, AuditItems.HEAD));
    }

    Found found(Item item) {
        if (item.isEmpty()) {
            return new Found(new byte[0], segments().isEmpty() ? AuditHead.NEW : null);
        }
        byte[] state = item.bytes(AuditItems.STATE);
        return new Found(state, AuditHead.read(state, vault));
    }

    /** The names of the segments, from the oldest. */
    List<Item> segments() {
        return table.beginning(AuditItems.HEAD_PARTITION, AuditItems.SEGMENTS);
    }

    /** The last event that is there, whatever the head says; the start of the chain where there is none. */
    AuditChain last() {
        List<Item> segments = segments();
        AuditChain[] last = {AuditChain.START};
        if (!segments.isEmpty()) {
            Expression expression = new Expression()
                    .names(PK)
                    .value(PK, AuditItems.partition(AuditItems.segment(segments.get(segments.size() - 1))));
            QueryRequest.Builder newest = QueryRequest.builder()
                    .keyConditionExpression("#pk = :pk")
                    .expressionAttributeNames(expression.names())
                    .expressionAttributeValues(expression.values())
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .limit(1);
            table.each(newest, item -> {
                last[0] = AuditItems.chain(item);
                return false;
            });
        }
        return last[0];
    }

    /**
     * Walks along the events of a segment, from the oldest.
     *
     * @param after only places above this one
     * @param visitor whether to go on
     */
    void each(long segment, long after, Predicate<Item> visitor) {
        Expression expression = new Expression()
                .names(PK, SK)
                .value(PK, AuditItems.partition(segment))
                .value("after", AuditItems.digits(after));
        table.each(
                QueryRequest.builder()
                        .keyConditionExpression("#pk = :pk AND #sk > :after")
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .consistentRead(true),
                visitor);
    }
}
