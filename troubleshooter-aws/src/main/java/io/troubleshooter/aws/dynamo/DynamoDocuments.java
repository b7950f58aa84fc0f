package io.troubleshooter.aws.dynamo;

import static io.troubleshooter.aws.dynamo.DocumentItems.EXPIRES;
import static io.troubleshooter.aws.dynamo.DocumentItems.LARGE;
import static io.troubleshooter.aws.dynamo.DocumentItems.partition;
import static io.troubleshooter.aws.dynamo.TableSetup.PK;
import static io.troubleshooter.aws.dynamo.TableSetup.SK;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.guard.Documents;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Documents: one item each, a collection in one partition. What has expired is passed over until DynamoDB removes it. */
final class DynamoDocuments implements Documents {

    /** What a sort key can have, in bytes; as {@link Documents#isName} demands. */
    private static final int LONGEST_KEY = 1024;

    /** Items looked at in one request at least: what has expired is passed over, and counts. */
    private static final int FEWEST_AT_ONCE = 25;

    private static final int REMOVED_AT_ONCE = 500;
    private static final int READ_AGAIN = 3;

    private final Table table;
    private final DocumentItems items;
    private final DocumentWriting writing;
    private final Clock clock;

    DynamoDocuments(Table table, Vault vault, Blobs blobs, Clock clock) {
        this.table = table;
        this.items = new DocumentItems(vault, blobs);
        this.writing = new DocumentWriting(table, items, clock);
        this.clock = clock;
    }

    @Override
    public Optional<Document> find(String collection, String key) {
        if (!Documents.isName(collection) || !Documents.isName(key)) {
            return Optional.empty();
        }
        for (int i = 0; i < READ_AGAIN; i++) {
            Item item = table.get(partition(collection), key);
            if (!DocumentItems.isThere(item, clock.millis())) {
                return Optional.empty();
            }
            Document found = items.document(item);
            if (found != null) {
                return Optional.of(found);
            }
        }
        throw Packed.damaged();
    }

    @Override
    public Optional<Document> put(Document document) {
        return writing.put(document) ? Optional.of(next(document)) : Optional.empty();
    }

    private static Document next(Document is) {
        return new Document(is.collection(), is.key(), is.json(), is.version() + 1, is.expires());
    }

    @Override
    public boolean delete(String collection, String key) {
        return Documents.isName(collection) && Documents.isName(key) && writing.delete(partition(collection), key);
    }

    @Override
    public void deleteAll(String collection) {
        if (!Documents.isName(collection)) {
            return;
        }
        Expression expression = new Expression().names(PK, SK, LARGE).value(PK, partition(collection));
        List<Item> found = new ArrayList<>();
        table.each(
                QueryRequest.builder()
                        .consistentRead(true)
                        .keyConditionExpression("#pk = :pk")
                        .projectionExpression("#pk, #sk, #large")
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .limit(REMOVED_AT_ONCE),
                item -> {
                    found.add(item);
                    return found.size() < REMOVED_AT_ONCE || remove(found);
                });
        remove(found);
    }

    private boolean remove(List<Item> found) {
        table.deleteAll(found);
        found.forEach(item -> items.forgetLarge(item.text(LARGE, "")));
        found.clear();
        return true;
    }

    @Override
    public List<Document> list(String collection, String after, int limit) {
        if (!Documents.isName(collection)) {
            return List.of();
        }
        List<Document> found = new ArrayList<>();
        if (limit > 0) {
            table.each(page(collection, after, limit), item -> {
                Document document = whole(item);
                if (document != null) {
                    found.add(document);
                }
                return found.size() < limit;
            });
        }
        return List.copyOf(found);
    }

    private @Nullable Document whole(Item item) {
        Document document = items.document(item);
        return document == null
                ? find(item.text(PK, "").substring(partition("").length()), item.text(SK, ""))
                        .orElse(null)
                : document;
    }

    private QueryRequest.Builder page(String collection, String after, int limit) {
        Expression expression = new Expression()
                .names(PK, EXPIRES)
                .value(PK, partition(collection))
                .value("now", clock.millis());
        if (!after.isEmpty()) {
            expression.names(SK).value("after", Utf8.start(after, LONGEST_KEY));
        }
        return QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression(after.isEmpty() ? "#pk = :pk" : "#pk = :pk AND #sk > :after")
                .filterExpression("attribute_not_exists(#expires) OR #expires > :now")
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .limit(Math.max(FEWEST_AT_ONCE, limit));
    }
}
