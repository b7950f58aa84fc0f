package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.TableSetup.OWNER;
import static io.troubleshooter.aws.dynamo.TableSetup.SHARD;
import static io.troubleshooter.aws.dynamo.TableSetup.UPDATED;

import io.troubleshooter.conversation.SessionStore.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Finds sessions by owner and by age. The indexes follow the table after a moment, so that each session found is looked at
 * in the table itself: one that has gone is left out, one that has just come may be missing.
 */
final class SessionLists {

    private static final int PAGE = 1_000;

    private final Table table;
    private final SessionItems items;

    SessionLists(Table table, SessionItems items) {
        this.table = table;
        this.items = items;
    }

    /** The owner's sessions used since then, the last used first. */
    List<Header> list(String owner, Instant oldest, int limit) {
        Expression expression =
                new Expression().names(OWNER, UPDATED).value(OWNER, owner).value("oldest", oldest.toEpochMilli());
        List<Item> found = found(
                QueryRequest.builder()
                        .indexName(TableSetup.BY_OWNER)
                        .scanIndexForward(false)
                        .keyConditionExpression("#owner = :owner AND #updated >= :oldest"),
                expression,
                limit);
        return headers(found).stream()
                .filter(header ->
                        header.owner().equals(owner) && !header.updated().isBefore(oldest))
                .sorted(Comparator.comparing(Header::updated).reversed().thenComparing(Header::id))
                .toList();
    }

    /** Sessions of such owners not used since then, those of the longest ago first. */
    List<Header> unused(String owners, Instant since, int limit) {
        List<Item> found = new ArrayList<>();
        for (String shard : SessionItems.shards()) {
            found.addAll(unused(shard, owners, since, limit));
        }
        Comparator<Item> age = Comparator.comparing(item -> item.number(UPDATED, 0));
        List<Item> oldest = found.stream()
                .sorted(age.thenComparing(SessionItems::id))
                .limit(limit)
                .toList();
        return headers(oldest).stream()
                .filter(header ->
                        header.owner().startsWith(owners) && header.updated().isBefore(since))
                .sorted(Comparator.comparing(Header::updated).thenComparing(Header::id))
                .toList();
    }

    private List<Item> unused(String shard, String owners, Instant since, int limit) {
        Expression expression =
                new Expression().names(SHARD, UPDATED).value(SHARD, shard).value("since", since.toEpochMilli());
        QueryRequest.Builder query = QueryRequest.builder()
                .indexName(TableSetup.BY_AGE)
                .keyConditionExpression("#shard = :shard AND #updated < :since");
        if (!owners.isEmpty()) {
            expression.names(OWNER).value("owners", owners);
            query.filterExpression("begins_with(#owner, :owners)");
        }
        return found(query, expression, limit);
    }

    private List<Item> found(QueryRequest.Builder query, Expression expression, int limit) {
        List<Item> found = new ArrayList<>();
        if (limit > 0) {
            table.each(
                    query.expressionAttributeNames(expression.names())
                            .expressionAttributeValues(expression.values())
                            .limit(Math.min(limit, PAGE)),
                    item -> {
                        found.add(item);
                        return found.size() < limit;
                    });
        }
        return found;
    }

    private List<Header> headers(List<Item> found) {
        List<Item> keys = found.stream()
                .map(item -> SessionItems.header(SessionItems.id(item)))
                .toList();
        return table.getAll(keys).stream().map(items::header).toList();
    }
}
