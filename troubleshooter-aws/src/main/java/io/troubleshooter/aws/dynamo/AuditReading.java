package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.AuditItems.ACCOUNT;
import static io.troubleshooter.aws.dynamo.AuditItems.ACTION;
import static io.troubleshooter.aws.dynamo.AuditItems.TIME;
import static io.troubleshooter.aws.dynamo.TableSetup.PK;
import static io.troubleshooter.aws.dynamo.TableSetup.SK;

import io.troubleshooter.guard.AuditLog.Entry;
import io.troubleshooter.guard.UsageCounter;
import io.troubleshooter.guard.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Looks events up. Whose accounts begin otherwise are passed over by the service, and still counted as read. */
final class AuditReading {

    /** By how much the clocks of those who write may differ, and an event may come late. */
    private static final Duration DISORDER = Duration.ofDays(1);

    private final Table table;
    private final AuditTable audit;

    AuditReading(Table table, AuditTable audit) {
        this.table = table;
        this.audit = audit;
    }

    List<Entry> page(String accounts, long before, int limit) {
        List<Entry> page = new ArrayList<>();
        long anchor = anchor();
        List<Item> segments = audit.segments();
        for (int i = segments.size() - 1; i >= 0 && page.size() < limit; i--) {
            long segment = AuditItems.segment(segments.get(i));
            if (segment >= 0 && AuditItems.lastOf(segment - 1) < before - 1) {
                table.each(newestFirst(segment, accounts, before, limit), item -> {
                    boolean kept = AuditItems.place(item) > anchor;
                    if (kept) {
                        page.add(AuditItems.entry(item));
                    }
                    return kept && page.size() < limit;
                });
            }
        }
        return List.copyOf(page);
    }

    private long anchor() {
        AuditHead head = audit.head().head();
        return head == null ? 0 : head.anchor().place();
    }

    private QueryRequest.Builder newestFirst(long segment, String accounts, long before, int limit) {
        Expression expression = new Expression()
                .names(PK, SK)
                .value(PK, AuditItems.partition(segment))
                .value("before", AuditItems.digits(before));
        QueryRequest.Builder query = QueryRequest.builder()
                .consistentRead(true)
                .scanIndexForward(false)
                .keyConditionExpression("#pk = :pk AND #sk < :before");
        if (accounts.isEmpty()) {
            query.limit(limit);
        } else {
            expression.names(ACCOUNT).value("accounts", accounts);
            query.filterExpression("begins_with(#account, :accounts)");
        }
        return query.expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values());
    }

    UsageReport usage(String accounts, Instant from, Instant until) {
        UsageCounter counter = new UsageCounter();
        long anchor = anchor();
        List<Item> segments = audit.segments();
        for (int i = 0; i < segments.size(); i++) {
            boolean early = i + 1 < segments.size() && begun(segments.get(i + 1), from.minus(DISORDER));
            boolean late = !begun(segments.get(i), until.plus(DISORDER));
            if (!early && !late) {
                table.each(answers(AuditItems.segment(segments.get(i)), accounts, from, until), item -> {
                    if (AuditItems.place(item) > anchor) {
                        counter.add(AuditItems.event(item));
                    }
                    return true;
                });
            }
        }
        return counter.report();
    }

    private static boolean begun(Item segment, Instant time) {
        return segment.number(TIME, 0) < time.toEpochMilli();
    }

    private static QueryRequest.Builder answers(long segment, String accounts, Instant from, Instant until) {
        Expression expression = new Expression()
                .names(PK, ACTION, TIME)
                .value(PK, AuditItems.partition(segment))
                .value("from", from.toEpochMilli())
                .value("until", until.toEpochMilli());
        List<String> actions = new ArrayList<>();
        for (String action : UsageCounter.ACTIONS) {
            String name = "action" + actions.size();
            expression.value(name, action);
            actions.add(":" + name);
        }
        String filter = "#time >= :from AND #time < :until AND #action IN (" + String.join(", ", actions) + ")";
        if (!accounts.isEmpty()) {
            expression.names(ACCOUNT).value("accounts", accounts);
        }
        return QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression("#pk = :pk")
                .filterExpression(accounts.isEmpty() ? filter : filter + " AND begins_with(#account, :accounts)")
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values());
    }
}
