package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.TableSetup.PK;
import static io.troubleshooter.aws.dynamo.TableSetup.SK;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The table: each request is tried again until it is done or has lasted too long. Reads what was written last. */
final class Table {

    private static final int WRITES_AT_ONCE = 25;
    private static final int READS_AT_ONCE = 100;
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient client;
    private final String name;
    private final Attempts attempts;

    Table(DynamoDbClient client, String name, Attempts attempts) {
        this.client = client;
        this.name = name;
        this.attempts = attempts;
    }

    Item get(String pk, String sk) {
        Map<String, AttributeValue> key = Item.of(pk, sk).key();
        return attempts.of(unsure -> new Item(
                client.getItem(request -> request.tableName(name).key(key).consistentRead(true))
                        .item()));
    }

    /** Writes the whole item, if its condition holds. What was sent before without an answer may be found as refused. */
    Outcome put(PutItemRequest.Builder put) {
        PutItemRequest request =
                put.tableName(name).returnValuesOnConditionCheckFailure(ALL_OLD).build();
        return attempts.of(unsure -> {
            try {
                return Outcome.done(new Item(client.putItem(request).attributes()));
            } catch (ConditionalCheckFailedException refused) {
                return Outcome.refused(new Item(refused.item()), unsure);
            }
        });
    }

    /** As {@link #put}. What it writes has to be the same however often it is done. */
    Outcome update(UpdateItemRequest.Builder update) {
        UpdateItemRequest request = update.tableName(name)
                .returnValuesOnConditionCheckFailure(ALL_OLD)
                .build();
        return attempts.of(unsure -> {
            try {
                return Outcome.done(new Item(client.updateItem(request).attributes()));
            } catch (ConditionalCheckFailedException refused) {
                return Outcome.refused(new Item(refused.item()), unsure);
            }
        });
    }

    /**
     * Does all or nothing, and once: the service knows its own token for ten minutes, longer than any patience.
     *
     * @param writes at most 100, with the name of the table and what to return if a condition fails
     */
    Transaction transact(List<TransactWriteItem> writes) {
        String token = UUID.randomUUID().toString();
        return attempts.of(unsure -> {
            try {
                client.transactWriteItems(
                        request -> request.transactItems(writes).clientRequestToken(token));
                return Transaction.DONE;
            } catch (TransactionCanceledException cancelled) {
                if (cancelled.cancellationReasons().stream().noneMatch(Table::failed)) {
                    throw cancelled;
                }
                return new Transaction(cancelled.cancellationReasons().stream()
                        .map(reason -> new Transaction.Refusal(failed(reason), new Item(reason.item())))
                        .toList());
            }
        });
    }

    private static boolean failed(CancellationReason reason) {
        return CONDITION_FAILED.equals(reason.code());
    }

    /**
     * Walks along what is asked for, page by page.
     *
     * @param visitor whether to go on
     */
    void each(QueryRequest.Builder query, Predicate<Item> visitor) {
        QueryRequest request = query.tableName(name).build();
        while (true) {
            QueryRequest next = request;
            QueryResponse page = attempts.of(unsure -> client.query(next));
            for (Map<String, AttributeValue> item : page.items()) {
                if (!visitor.test(new Item(item))) {
                    return;
                }
            }
            if (page.lastEvaluatedKey().isEmpty()) {
                return;
            }
            request =
                    next.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
        }
    }

    /** All of a partition whose sort keys lie between these, both included. */
    List<Item> between(String pk, String first, String last) {
        Expression expression = new Expression()
                .names(PK, SK)
                .value(PK, pk)
                .value("first", first)
                .value("last", last);
        return all("#pk = :pk AND #sk BETWEEN :first AND :last", expression);
    }

    /** All of a partition whose sort keys begin so. */
    List<Item> beginning(String pk, String start) {
        Expression expression = new Expression().names(PK, SK).value(PK, pk).value("start", start);
        return all("#pk = :pk AND begins_with(#sk, :start)", expression);
    }

    private List<Item> all(String condition, Expression expression) {
        List<Item> items = new ArrayList<>();
        each(
                QueryRequest.builder()
                        .consistentRead(true)
                        .keyConditionExpression(condition)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values()),
                items::add);
        return items;
    }

    /** The items of these keys, as far as they are there, in any order. */
    List<Item> getAll(List<Item> keys) {
        List<Item> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += READS_AT_ONCE) {
            readAll(keys.subList(from, Math.min(keys.size(), from + READS_AT_ONCE)), found);
        }
        return found;
    }

    private void readAll(List<Item> keys, List<Item> found) {
        List<Map<String, AttributeValue>> left =
                new ArrayList<>(keys.stream().map(Item::key).toList());
        attempts.of(unsure -> {
            KeysAndAttributes asked = KeysAndAttributes.builder()
                    .keys(List.copyOf(left))
                    .consistentRead(true)
                    .build();
            BatchGetItemResponse read = client.batchGetItem(request -> request.requestItems(Map.of(name, asked)));
            read.responses().getOrDefault(name, List.of()).forEach(item -> found.add(new Item(item)));
            left.clear();
            if (read.unprocessedKeys().containsKey(name)) {
                left.addAll(read.unprocessedKeys().get(name).keys());
            }
            return allDone(left);
        });
    }

    private static boolean allDone(List<?> left) {
        if (!left.isEmpty()) {
            throw ProvisionedThroughputExceededException.builder().build();
        }
        return true;
    }

    /** Removes items, whatever is in them; those that are gone already too. */
    void deleteAll(List<Item> items) {
        for (int from = 0; from < items.size(); from += WRITES_AT_ONCE) {
            writeAll(items.subList(from, Math.min(items.size(), from + WRITES_AT_ONCE)).stream()
                    .map(item -> WriteRequest.builder()
                            .deleteRequest(delete -> delete.key(item.key()))
                            .build())
                    .toList());
        }
    }

    /** What the service left over is written again, as if it had been too busy for all. */
    private void writeAll(List<WriteRequest> writes) {
        List<WriteRequest> left = new ArrayList<>(writes);
        attempts.of(unsure -> {
            BatchWriteItemResponse written =
                    client.batchWriteItem(request -> request.requestItems(Map.of(name, List.copyOf(left))));
            left.clear();
            left.addAll(written.unprocessedItems().getOrDefault(name, List.of()));
            return allDone(left);
        });
    }

    String name() {
        return name;
    }
}
