package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.guard.Documents.Document;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Documents as they lie in the table: compressed, sealed, and beside it what is too large for an item. */
final class DocumentItems {

    static final String VERSION = "version";

    /** Milliseconds since 1970. */
    static final String EXPIRES = "expires";

    static final String JSON = "json";

    /** Key of the blob that holds the text, instead of {@link #JSON}. */
    static final String LARGE = "large";

    /** Of the 400 KiB that an item may have; the rest is for keys and what else stands in it. */
    private static final int LARGEST = 384 << 10;

    /** Three bytes for each character are the most that UTF-8 takes. */
    private static final int LONGEST = 3 * Document.MAX_JSON;

    /** What does not compress grows a little, and a seal comes before it. */
    private static final int LONGEST_SEALED = LONGEST + (16 << 10);

    private static final String PREFIX = "D#";
    private static final String KIND = "document";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vault vault;
    private final Blobs blobs;

    DocumentItems(Vault vault, Blobs blobs) {
        this.vault = vault;
        this.blobs = blobs;
    }

    static String partition(String collection) {
        return PREFIX + collection;
    }

    /** The document as it will be stored next; a text that is too large is stored already. */
    Item item(Document document) {
        Item item = Item.of(partition(document.collection()), document.key()).with(VERSION, document.version() + 1);
        Item lasting = document.expires() == null ? item : expiring(item, document.expires());
        byte[] json = vault.seal(Packed.pack(document.json()), KIND, document.collection(), document.key());
        return json.length <= LARGEST ? lasting.with(JSON, json) : lasting.with(LARGE, aside(json));
    }

    private static Item expiring(Item item, Instant expires) {
        return item.with(EXPIRES, expires.toEpochMilli()).with(TableSetup.TTL, expires.getEpochSecond() + 1);
    }

    private String aside(byte[] json) {
        byte[] name = new byte[16];
        RANDOM.nextBytes(name);
        String unique = "documents/" + HexFormat.of().formatHex(name);
        blobs.put(unique, json);
        return unique;
    }

    /** Null where its text lay beside it, and is gone: something else was written in the meantime. */
    @Nullable
    Document document(Item item) {
        String collection = item.text(TableSetup.PK, "").substring(PREFIX.length());
        String key = item.text(TableSetup.SK, "");
        byte[] stored = item.has(LARGE)
                ? blobs.get(item.text(LARGE, ""), LONGEST_SEALED).orElse(null)
                : item.bytes(JSON);
        if (stored == null) {
            return null;
        }
        String json = Packed.unpack(vault.open(stored, KIND, collection, key), LONGEST);
        return new Document(collection, key, json, item.number(VERSION, 0), expires(item));
    }

    private static @Nullable Instant expires(Item item) {
        return item.has(EXPIRES) ? Instant.ofEpochMilli(item.number(EXPIRES, 0)) : null;
    }

    static boolean isThere(Item item, long now) {
        return !item.isEmpty() && (!item.has(EXPIRES) || item.number(EXPIRES, 0) > now);
    }

    /** Removes what lay beside an item. */
    void forgetLarge(String name) {
        if (!name.isEmpty()) {
            blobs.delete(name);
        }
    }
}
