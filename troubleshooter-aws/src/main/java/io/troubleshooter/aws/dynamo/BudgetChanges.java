package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.BudgetKeys.AMOUNT;
import static io.troubleshooter.aws.dynamo.BudgetKeys.HELD;
import static io.troubleshooter.aws.dynamo.BudgetKeys.SPENT;
import static io.troubleshooter.aws.dynamo.BudgetKeys.STATE;
import static io.troubleshooter.aws.dynamo.BudgetKeys.STATE_HELD;
import static io.troubleshooter.aws.dynamo.BudgetKeys.UNTIL;
import static io.troubleshooter.aws.dynamo.BudgetKeys.USED;
import static io.troubleshooter.aws.dynamo.TableSetup.PK;
import static io.troubleshooter.aws.dynamo.TableSetup.SHARD;
import static io.troubleshooter.aws.dynamo.TableSetup.TTL;
import static io.troubleshooter.aws.dynamo.TableSetup.UPDATED;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import io.troubleshooter.guard.Budgets.Reservation;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The writings of which transactions on budgets are made. */
final class BudgetChanges {

    private final String table;

    BudgetChanges(String table) {
        this.table = table;
    }

    /** Keeps the reservation, if there is none of its id. */
    TransactWriteItem keep(Reservation held) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(BudgetKeys.item(held).attributes())
                        .conditionExpression("attribute_not_exists(#pk)")
                        .expressionAttributeNames(new Expression().names(PK).names())
                        .returnValuesOnConditionCheckFailure(ALL_OLD)
                        .build())
                .build();
    }

    /**
     * Holds the amount, if the limit allows.
     *
     * @param limit at least the amount
     */
    TransactWriteItem hold(Reservation held, long limit) {
        Expression expression = new Expression()
                .names(PK, USED, HELD, TTL)
                .value("amount", held.microUsd())
                .value("most", limit - held.microUsd())
                .value("ttl", BudgetKeys.ttl(held.day()));
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(day(held))
                        .updateExpression("SET #ttl = :ttl ADD #used :amount, #held :amount")
                        .conditionExpression("attribute_not_exists(#pk) OR #used <= :most")
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ALL_OLD)
                        .build())
                .build();
    }

    /** Names the account among those of the day. */
    TransactWriteItem name(Reservation held) {
        return put(Item.of(BudgetKeys.accountsOf(held.day()), BudgetKeys.named(held.account()))
                .with(TTL, BudgetKeys.ttl(held.day())));
    }

    TransactWriteItem put(Item item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item.attributes()).build())
                .build();
    }

    TransactWriteItem delete(Item item) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(item.key()))
                .build();
    }

    /** Closes the reservation, if it is open and its lease has not run out. */
    TransactWriteItem settle(Reservation held, long now) {
        return close(held, "settled", "#until >= :now", now);
    }

    /** Closes the reservation, if it is open and its lease has run out. */
    TransactWriteItem expire(Reservation held, long now) {
        return close(held, "expired", "#until < :now", now);
    }

    private TransactWriteItem close(Reservation held, String state, String lease, long now) {
        Expression expression = new Expression()
                .names(STATE, UNTIL, AMOUNT, SHARD, UPDATED)
                .value("held", STATE_HELD)
                .value("closed", state)
                .value("amount", held.microUsd())
                .value("now", now);
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(BudgetKeys.item(held).key())
                        .updateExpression("SET #state = :closed REMOVE #shard, #updated")
                        .conditionExpression("#state = :held AND #amount = :amount AND " + lease)
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .build())
                .build();
    }

    /** Turns what was held into what was spent. */
    TransactWriteItem spend(Reservation held, long spent) {
        Expression expression = new Expression()
                .names(USED, SPENT, HELD)
                .value("more", spent - held.microUsd())
                .value("spent", spent)
                .value("less", -held.microUsd());
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table)
                        .key(day(held))
                        .updateExpression("ADD #used :more, #spent :spent, #held :less")
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .build())
                .build();
    }

    private static Map<String, AttributeValue> day(Reservation held) {
        return Item.of(BudgetKeys.account(held.account()), BudgetKeys.day(held.day()))
                .key();
    }
}
