package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.guard.KeyRing;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.RedactionSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sessions on a table of DynamoDB Local, and what lies in it. */
record SessionScene(String table, SessionStore store) {

    static SessionScene of(Blobs blobs, KeyRing keys, Duration life, Clock clock, Troubles troubles) {
        String table = LocalDynamo.newTable();
        return new SessionScene(table, store(table, blobs, keys, life, clock, troubles));
    }

    static SessionStore store(String table, Blobs blobs, KeyRing keys, Duration life, Clock clock, Troubles troubles) {
        DynamoLimits limits = DynamoLimits.DEFAULT.withSessionLife(life).withPatience(Duration.ofSeconds(20));
        return LocalDynamo.stores(table, blobs, limits, clock, keys, troubles).sessions();
    }

    List<Item> items() {
        return items(table);
    }

    static List<Item> items(String table) {
        return LocalDynamo.client().scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .map(Item::new)
                .toList();
    }

    /** All values in the table, one after the other. */
    static String everything(String table) {
        StringBuilder all = new StringBuilder();
        for (Item item : items(table)) {
            for (Map.Entry<String, AttributeValue> attribute : item.attributes().entrySet()) {
                AttributeValue value = attribute.getValue();
                all.append(
                        value.b() == null
                                ? value.toString()
                                : value.b().asString(java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    static RedactedText text(String text) {
        return RedactionSession.create().redact(text);
    }

    static List<RedactedText> parts(String... parts) {
        return Stream.of(parts).map(SessionScene::text).toList();
    }

    /** Words that do not shrink much. */
    static RedactedText words(int count, long seed) {
        return words(count, seed, 1_000_000);
    }

    /** @param different the fewer, the more it shrinks */
    static RedactedText words(int count, long seed, int different) {
        StringBuilder words = new StringBuilder();
        new Random(seed)
                .ints(count, 0, different)
                .forEach(number -> words.append("word")
                        .append(Integer.toString(number, 26))
                        .append(number % 12 == 0 ? '\n' : ' '));
        return text(words.toString());
    }
}
