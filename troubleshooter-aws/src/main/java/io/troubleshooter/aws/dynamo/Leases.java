package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.TableSetup.SHARD;
import static io.troubleshooter.aws.dynamo.TableSetup.UPDATED;

import io.troubleshooter.guard.Budgets.Reservation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Writes down as spent, in full, what reservations held whose lease has run out. The index that tells of them may be late
 * by moments; each is looked at itself before it is closed.
 */
final class Leases {

    /** More wait for the next time. */
    private static final int MOST = 1_000;

    private static final int PAGE = 100;

    private final Table table;
    private final BudgetChanges changes;
    private final Clock clock;

    Leases(Table table, BudgetChanges changes, Clock clock) {
        this.table = table;
        this.changes = changes;
        this.clock = clock;
    }

    void expire() {
        long now = clock.millis();
        for (Reservation left : overdue(now)) {
            table.transact(List.of(changes.expire(left, now), changes.spend(left, left.microUsd())));
        }
    }

    private List<Reservation> overdue(long now) {
        Expression expression = new Expression()
                .names(SHARD, UPDATED)
                .value(SHARD, BudgetKeys.LEASES)
                .value("now", now);
        List<Reservation> overdue = new ArrayList<>();
        table.each(
                QueryRequest.builder()
                        .indexName(TableSetup.BY_AGE)
                        .keyConditionExpression("#shard = :shard AND #updated < :now")
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .limit(PAGE),
                item -> {
                    overdue.add(BudgetKeys.reservation(item));
                    return overdue.size() < MOST;
                });
        return overdue;
    }
}
