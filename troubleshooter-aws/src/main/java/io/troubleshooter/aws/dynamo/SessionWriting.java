package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.SessionItems.NONCE;
import static io.troubleshooter.aws.dynamo.SessionItems.REVISION;
import static io.troubleshooter.aws.dynamo.TableSetup.PK;
import static io.troubleshooter.aws.dynamo.TableSetup.SK;
import static io.troubleshooter.aws.dynamo.TableSetup.TTL;
import static io.troubleshooter.aws.dynamo.TableSetup.UPDATED;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import io.troubleshooter.conversation.Conflict;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.redact.RedactedText;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Begins sessions and appends entries: an entry and the header's count of them in one transaction. */
final class SessionWriting {

    private final Table table;
    private final SessionItems items;
    private final SessionLife life;

    SessionWriting(Table table, SessionItems items, SessionLife life) {
        this.table = table;
        this.items = items;
        this.life = life;
    }

    void create(String id, String owner, RedactedText title, Instant created) {
        Nonce nonce = new Nonce();
        Item header =
                items.begun(id, owner, title, created).with(TTL, life.lasting()).with(NONCE, nonce.value());
        Expression expression = new Expression().names(PK);
        Outcome outcome = table.put(PutItemRequest.builder()
                .item(header.attributes())
                .conditionExpression("attribute_not_exists(#pk)")
                .expressionAttributeNames(expression.names()));
        boolean own = outcome.item().has(NONCE)
                && nonce.value().equals(outcome.item().attributes().get(NONCE));
        if (!outcome.done() && !own) {
            throw new IllegalArgumentException("there is a session of this id");
        }
    }

    /** Appends an entry, or finds that it is the last one already. */
    void add(String session, StoredEntry entry, Instant time) {
        Item stored = items.item(session, entry).with(TTL, life.lasting());
        Met met = append(session, entry, stored, time);
        if (met == Met.END_NEAR) {
            extend(session);
            met = append(session, entry, stored, time);
        }
        if (met == Met.NOTHING) {
            return;
        }
        items.forget(stored);
        if (met == Met.NO_SESSION) {
            throw new IllegalArgumentException("there is no session of this id");
        }
        if (met != Met.SAME) {
            throw Conflict.changed();
        }
    }

    /** What stands in the way of an entry. */
    private enum Met {
        NOTHING,
        NO_SESSION,
        /** DynamoDB would remove some of the session's items too soon. */
        END_NEAR,
        /** This very entry, the last one. */
        SAME,
        OTHER
    }

    private Met append(String session, StoredEntry entry, Item stored, Instant time) {
        Transaction transaction = table.transact(List.of(counted(session, entry.number(), time), put(stored)));
        if (transaction.done()) {
            return Met.NOTHING;
        }
        Transaction.Refusal header = transaction.refusals().get(0);
        if (header.failed() && header.item().isEmpty()) {
            return Met.NO_SESSION;
        }
        Item there = transaction.refusals().get(1).item();
        long revision = header.failed() ? header.item().number(REVISION, 0) : entry.number() - 1L;
        if (revision == entry.number() - 1L) {
            return there.isEmpty() ? Met.END_NEAR : Met.OTHER;
        }
        boolean same = revision == entry.number()
                && !there.isEmpty()
                && items.entry(there).equals(entry);
        return same ? Met.SAME : Met.OTHER;
    }

    private TransactWriteItem counted(String session, int number, Instant time) {
        Expression expression = new Expression()
                .names(REVISION, UPDATED, TTL)
                .value("is", number - 1L)
                .value("next", number)
                .value(UPDATED, time.toEpochMilli())
                .value("needed", life.needed());
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(SessionItems.header(session).key())
                        .updateExpression("SET #revision = :next, #updated = :updated")
                        .conditionExpression("#revision = :is AND #ttl >= :needed")
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ALL_OLD))
                .build();
    }

    private TransactWriteItem put(Item item) {
        Expression expression = new Expression().names(PK);
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(item.attributes())
                        .conditionExpression("attribute_not_exists(#pk)")
                        .expressionAttributeNames(expression.names())
                        .returnValuesOnConditionCheckFailure(ALL_OLD))
                .build();
    }

    /** Lets all items of a session stay longer, the header last: it says until when all of them do. */
    private void extend(String session) {
        long lasting = life.lasting();
        SessionItems.keys(table, session, "", item -> {
            if (!item.text(SK, "").equals(SessionItems.HEADER)) {
                extend(item, lasting);
            }
        });
        extend(SessionItems.header(session), lasting);
    }

    private void extend(Item item, long lasting) {
        Expression expression = new Expression().names(PK, TTL).value(TTL, lasting);
        table.update(UpdateItemRequest.builder()
                .key(item.key())
                .updateExpression("SET #ttl = :ttl")
                .conditionExpression("attribute_exists(#pk)")
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()));
    }
}
