package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.conversation.SessionStore.Header;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.conversation.SessionStore.StoredSource;
import io.troubleshooter.redact.RedactedText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A session's items, all in one partition. Their sort keys are such that what is read to find a session stands together:
 * entries, header, markers of sources; the lines of sources come behind.
 */
final class SessionItems {

    static final String HEADER = "H";
    static final String ENTRIES = "E#";
    static final String MARKERS = "M#";
    static final String PARTS = "P#";

    static final String CREATED = "created";
    static final String REVISION = "revision";
    static final String NONCE = "nonce";
    static final String JSON = "json";

    /** Key in the bucket of what is too large for an item, instead of {@link #JSON}. */
    static final String LARGE = "large";

    /** Of the 400 KiB that an item may have. */
    static final int LARGEST = 300 << 10;

    /** An entry is an answer at most, of some hundred kilobytes. */
    private static final int LONGEST_ENTRY = 256 << 20;

    private static final String PREFIX = "S#";
    private static final String TITLE = "title";
    private static final String KIND = "kind";
    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String CHUNKS = "chunks";
    private static final String LAST_INSIDE = "inside";
    private static final int AGE_SHARDS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Table table;
    private final Vault vault;
    private final Blobs blobs;

    SessionItems(Table table, Vault vault, Blobs blobs) {
        this.table = table;
        this.vault = vault;
        this.blobs = blobs;
    }

    static String partition(String session) {
        return PREFIX + session;
    }

    static Item header(String session) {
        return Item.of(partition(session), HEADER);
    }

    static Item entry(String session, int number) {
        return Item.of(partition(session), ENTRIES + "%08d".formatted(number));
    }

    static Item marker(String session, String place) {
        return Item.of(partition(session), MARKERS + place);
    }

    static String chunks(String place) {
        return PARTS + place + "#";
    }

    static Item chunk(String session, String place, long number) {
        return Item.of(partition(session), chunks(place) + "%08d".formatted(number));
    }

    /** What lies in the bucket of a session; the id may hold any character. */
    static String folder(String session) {
        return "sessions/" + HexFormat.of().formatHex(session.getBytes(StandardCharsets.UTF_8)) + "/";
    }

    static String folder(String session, String place) {
        return folder(session) + place + "/";
    }

    static String blob(String session, String place, long number) {
        return folder(session, place) + number;
    }

    /** Sessions by age are found in so many places, so that no one of them is written to by all. */
    static String[] shards() {
        String[] shards = new String[AGE_SHARDS];
        for (int i = 0; i < AGE_SHARDS; i++) {
            shards[i] = Integer.toString(i);
        }
        return shards;
    }

    private static String shard(String session) {
        return Integer.toString(Math.floorMod(session.hashCode(), AGE_SHARDS));
    }

    Item begun(String id, String owner, RedactedText title, Instant created) {
        return header(id)
                .with(TableSetup.OWNER, owner)
                .with(TableSetup.SHARD, shard(id))
                .with(TITLE, vault.seal(title.toString(), "session", id, TITLE))
                .with(CREATED, created.toEpochMilli())
                .with(TableSetup.UPDATED, created.toEpochMilli())
                .with(REVISION, 0);
    }

    Header header(Item item) {
        String id = id(item);
        return new Header(
                id,
                item.text(TableSetup.OWNER, ""),
                vault.openText(item.bytes(TITLE), "session", id, TITLE),
                Instant.ofEpochMilli(item.number(CREATED, 0)),
                Instant.ofEpochMilli(item.number(TableSetup.UPDATED, 0)));
    }

    /**
     * Visits the keys of a session's items.
     *
     * @param start of their sort keys; empty for all
     */
    static void keys(Table table, String session, String start, Consumer<Item> visitor) {
        Expression expression =
                new Expression().names(TableSetup.PK, TableSetup.SK).value("pk", partition(session));
        if (!start.isEmpty()) {
            expression.value("start", start);
        }
        table.each(
                QueryRequest.builder()
                        .consistentRead(true)
                        .keyConditionExpression("#pk = :pk" + (start.isEmpty() ? "" : " AND begins_with(#sk, :start)"))
                        .projectionExpression("#pk, #sk")
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values()),
                item -> {
                    visitor.accept(item);
                    return true;
                });
    }

    static String id(Item item) {
        return item.text(TableSetup.PK, "").substring(PREFIX.length());
    }

    /** The entry as it will be stored; a text that is too large is stored already. */
    Item item(String session, StoredEntry entry) {
        byte[] json = vault.seal(Packed.pack(entry.json()), sealedAt(session, entry.number(), entry.kind()));
        Item item = entry(session, entry.number()).with(KIND, entry.kind());
        return json.length <= LARGEST ? item.with(JSON, json) : item.with(LARGE, aside(session, json));
    }

    private String aside(String session, byte[] json) {
        byte[] name = new byte[16];
        RANDOM.nextBytes(name);
        String key = folder(session) + "entries/" + HexFormat.of().formatHex(name);
        blobs.put(key, json);
        return key;
    }

    void forget(Item entry) {
        if (entry.has(LARGE)) {
            blobs.delete(entry.text(LARGE, ""));
        }
    }

    StoredEntry entry(Item item) {
        int number = Integer.parseInt(item.text(TableSetup.SK, "").substring(ENTRIES.length()));
        String kind = item.text(KIND, "");
        byte[] json = item.has(LARGE)
                ? blobs.get(item.text(LARGE, ""), LONGEST_ENTRY).orElseThrow(StoredText::gone)
                : item.bytes(JSON);
        String text = Packed.unpack(vault.open(json, sealedAt(id(item), number, kind)), LONGEST_ENTRY);
        return new StoredEntry(number, kind, text);
    }

    private static String[] sealedAt(String session, int number, String kind) {
        return new String[] {"entry", session, Integer.toString(number), kind};
    }

    /**
     * Says that a source is complete.
     *
     * @param chunks of its text, compressed
     * @param lastInside whether the last of them lies in the table, not in the bucket
     */
    Item marker(String session, String place, String source, RedactedText name, long chunks, boolean lastInside) {
        return marker(session, place)
                .with(ID, source)
                .with(NAME, vault.seal(name.toString(), "source", session, place, NAME))
                .with(CHUNKS, chunks)
                .with(LAST_INSIDE, AttributeValue.fromBool(lastInside));
    }

    StoredSource source(Item marker) {
        String session = id(marker);
        String place = marker.text(TableSetup.SK, "").substring(MARKERS.length());
        Map<String, AttributeValue> attributes = marker.attributes();
        boolean lastInside = Boolean.TRUE.equals(attributes
                .getOrDefault(LAST_INSIDE, AttributeValue.fromBool(false))
                .bool());
        return new StoredSource(
                marker.text(ID, ""),
                place,
                vault.openText(marker.bytes(NAME), "source", session, place, NAME),
                new StoredText(table, vault, blobs, session, place, marker.number(CHUNKS, 0), lastInside));
    }
}
