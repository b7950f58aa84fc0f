package io.troubleshooter.aws.dynamo;

import io.troubleshooter.conversation.SessionStore.Header;
import io.troubleshooter.conversation.SessionStore.Stored;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.conversation.SessionStore.StoredSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads sessions: all but the lines of sources with one query, a megabyte at a time. */
final class SessionReading {

    private static final int READ_AGAIN = 5;

    private final Table table;
    private final SessionItems items;
    private final SessionLife life;

    SessionReading(Table table, SessionItems items, SessionLife life) {
        this.table = table;
        this.items = items;
        this.life = life;
    }

    /** The header, if the session is this owner's and has not expired; else empty. */
    Item header(String owner, String id) {
        Item header = table.get(SessionItems.partition(id), SessionItems.HEADER);
        return isThere(header, owner) ? header : Item.NONE;
    }

    boolean isThere(Item header, String owner) {
        return !header.isEmpty()
                && header.text(TableSetup.OWNER, "").equals(owner)
                && header.number(TableSetup.UPDATED, 0) >= life.oldest().toEpochMilli();
    }

    /** Reads again where an entry came in between: a query does not see a transaction whole. */
    Optional<Stored> find(String owner, String id) {
        for (int i = 0; i < READ_AGAIN; i++) {
            Found found = new Found();
            table.each(session(id), item -> found.isSeen(item, owner));
            if (!isThere(found.header, owner)) {
                return Optional.empty();
            }
            if (found.isWhole()) {
                return Optional.of(found.stored());
            }
        }
        throw Packed.damaged();
    }

    private static QueryRequest.Builder session(String id) {
        Expression expression = new Expression()
                .names(TableSetup.PK, TableSetup.SK)
                .value("pk", SessionItems.partition(id))
                .value("parts", SessionItems.PARTS);
        return QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression("#pk = :pk AND #sk < :parts")
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values());
    }

    /** What is seen of a session, in the order of sort keys: entries, header, markers of sources. */
    private final class Found {

        private Item header = Item.NONE;
        private final List<Item> entries = new ArrayList<>();
        private final List<Item> markers = new ArrayList<>();

        /** Whether to go on. */
        boolean isSeen(Item item, String owner) {
            String sort = item.text(TableSetup.SK, "");
            if (sort.equals(SessionItems.HEADER)) {
                header = item;
                return isThere(header, owner);
            }
            return (sort.startsWith(SessionItems.MARKERS) ? markers : entries).add(item);
        }

        boolean isWhole() {
            return entries.size() == header.number(SessionItems.REVISION, 0);
        }

        Stored stored() {
            Header read = items.header(header);
            List<StoredSource> sources = markers.stream().map(items::source).toList();
            List<StoredEntry> turns = entries.stream().map(items::entry).toList();
            return new Stored(read, sources, turns);
        }
    }
}
