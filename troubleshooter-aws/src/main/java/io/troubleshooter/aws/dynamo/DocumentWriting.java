package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.DocumentItems.EXPIRES;
import static io.troubleshooter.aws.dynamo.DocumentItems.JSON;
import static io.troubleshooter.aws.dynamo.DocumentItems.LARGE;
import static io.troubleshooter.aws.dynamo.DocumentItems.VERSION;
import static io.troubleshooter.aws.dynamo.TableSetup.PK;
import static io.troubleshooter.aws.dynamo.TableSetup.SK;
import static io.troubleshooter.aws.dynamo.TableSetup.TTL;

import io.troubleshooter.guard.Documents.Document;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Writes documents, each version by one writer. A condition names the large value that lies beside the item now, or that
 * none does, so that whoever replaces the item knows which one to remove.
 */
final class DocumentWriting {

    private static final String IS_THERE = "(attribute_not_exists(#expires) OR #expires > :now)";

    private final Table table;
    private final DocumentItems items;
    private final Clock clock;

    DocumentWriting(Table table, DocumentItems items, Clock clock) {
        this.table = table;
        this.items = items;
        this.clock = clock;
    }

    /** Whether this writing was the first of its version. */
    boolean put(Document document) {
        Item next = items.item(document);
        boolean done = knowingLarge(
                document.version() == 0 ? large -> create(next, large) : large -> update(document, next, large));
        if (!done) {
            items.forgetLarge(next.text(LARGE, ""));
        }
        return done;
    }

    /** Begins with the usual case that nothing lies beside the item. */
    private boolean knowingLarge(Function<String, Outcome> writing) {
        String large = "";
        Outcome outcome = writing.apply(large);
        while (!outcome.done() && !outcome.item().text(LARGE, "").equals(large)) {
            large = outcome.item().text(LARGE, "");
            outcome = writing.apply(large);
        }
        if (outcome.done()) {
            items.forgetLarge(large);
        }
        return outcome.done();
    }

    private Outcome create(Item next, String large) {
        Nonce nonce = new Nonce();
        Expression expression = condition(large).names(PK, EXPIRES).value("now", clock.millis());
        return known(
                nonce,
                1,
                table.put(PutItemRequest.builder()
                        .item(next.with(Nonce.of(1), nonce.value()).attributes())
                        .conditionExpression("(attribute_not_exists(#pk) OR #expires <= :now)" + beside(large))
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())));
    }

    private Outcome update(Document document, Item next, String large) {
        Nonce nonce = new Nonce();
        long version = document.version() + 1;
        Map<String, AttributeValue> set =
                new TreeMap<>(next.with(Nonce.of(version), nonce.value()).attributes());
        set.keySet().removeAll(List.of(PK, SK));
        List<String> remove = Stream.of(JSON, LARGE, EXPIRES, TTL)
                .filter(name -> !set.containsKey(name))
                .toList();
        Expression expression = condition(large)
                .names(VERSION, EXPIRES)
                .names(remove.toArray(String[]::new))
                .value("is", document.version())
                .value("now", clock.millis());
        set.forEach((name, value) -> expression.names(name).value("new_" + name, value));
        return known(
                nonce,
                version,
                table.update(UpdateItemRequest.builder()
                        .key(next.key())
                        .updateExpression(assignments(set.keySet()) + removals(remove))
                        .conditionExpression("#version = :is AND " + IS_THERE + beside(large))
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())));
    }

    private static String assignments(Set<String> names) {
        return names.stream().map(name -> "#" + name + " = :new_" + name).collect(Collectors.joining(", ", "SET ", ""));
    }

    private static String removals(List<String> names) {
        return names.stream().map(name -> "#" + name).collect(Collectors.joining(", ", " REMOVE ", ""));
    }

    /** A refusal that is the writer's own earlier attempt is none. */
    private static Outcome known(Nonce nonce, long version, Outcome outcome) {
        Item is = outcome.item();
        if (outcome.done() || nonce.isIn(is, version)) {
            return Outcome.done(Item.NONE);
        }
        if (outcome.unsure() && is.number(VERSION, 0) >= version + Nonce.KEPT) {
            throw Fault.LOST.told();
        }
        return outcome;
    }

    /** Whether there was one, and this call removed it. */
    boolean delete(String pk, String sk) {
        return knowingLarge(large -> {
            Expression expression = condition(large).names(PK, EXPIRES).value("now", clock.millis());
            Transaction transaction = table.transact(List.of(TransactWriteItem.builder()
                    .delete(Delete.builder()
                            .tableName(table.name())
                            .key(Item.of(pk, sk).key())
                            .conditionExpression("attribute_exists(#pk) AND " + IS_THERE + beside(large))
                            .expressionAttributeNames(expression.names())
                            .expressionAttributeValues(expression.values())
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                            .build())
                    .build()));
            return transaction.done()
                    ? Outcome.done(Item.NONE)
                    : Outcome.refused(transaction.refusals().get(0).item(), false);
        });
    }

    private static Expression condition(String large) {
        Expression expression = new Expression().names(LARGE);
        return large.isEmpty() ? expression : expression.value("beside", large);
    }

    private static String beside(String large) {
        return large.isEmpty() ? " AND attribute_not_exists(#large)" : " AND #large = :beside";
    }
}
