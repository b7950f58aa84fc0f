package io.troubleshooter.guard;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Small JSON documents of a service, such as keys, shares, comments and jobs, by collection and key. What stands in them
 * holds redacted text only. Thread-safe; every implementation passes {@code DocumentsContract}.
 */
public interface Documents {

    /**
     * A document.
     *
     * @param collection such as {@code comment/<session id>}; a {@linkplain Documents#isName name}
     * @param key unique in its collection; a {@linkplain Documents#isName name}
     * @param json at most {@link #MAX_JSON} characters
     * @param version counts its writings, from 1; 0 for one that is not written yet
     * @param expires from when on it is not found any more, in whole milliseconds; null for never
     */
    record Document(
            String collection,
            String key,
            String json,
            long version,
            @Nullable Instant expires) {

        /** Characters that {@code json} may have. */
        public static final int MAX_JSON = 256 << 10;

        public Document {
            if (!isName(collection) || !isName(key)) {
                throw new IllegalArgumentException("collection and key must be names");
            }
            if (json.length() > MAX_JSON) {
                throw new IllegalArgumentException("json may have " + MAX_JSON + " characters, has " + json.length());
            }
            expires = expires == null ? null : expires.truncatedTo(ChronoUnit.MILLIS);
        }

        public static Document of(String collection, String key, String json) {
            return new Document(collection, key, json, 0, null);
        }

        /** The next content of this document, to be written over this one. */
        public Document with(String next) {
            return new Document(collection, key, next, version, expires);
        }

        public Document until(Instant time) {
            return new Document(collection, key, json, version, time);
        }
    }

    /**
     * Whether a collection or key can be called so: 1 to 512 characters and at most 1,024 bytes of UTF-8 (what a sort key
     * of DynamoDB can have), neither control characters nor halves of characters. What cannot be a name is never found.
     */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 512
                && text.codePoints().allMatch(Documents::isNamePart)
                && text.getBytes(StandardCharsets.UTF_8).length <= 1024;
    }

    private static boolean isNamePart(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }

    /** The document; empty where there is none, or it has expired. */
    Optional<Document> find(String collection, String key);

    /**
     * Writes, if nobody was faster: the version given has to be the one stored, 0 where there must be none.
     *
     * @return the document as it is stored, its version one higher; empty if another writing came first
     */
    Optional<Document> put(Document document);

    /**
     * Writes one under a key that nobody else can have.
     *
     * @throws IllegalStateException if there is one of this key
     */
    default void add(Document document) {
        if (put(document).isEmpty()) {
            throw new IllegalStateException("there is a document of this key");
        }
    }

    /** Removes a document; tells whether there was such a one. */
    boolean delete(String collection, String key);

    /** Removes a whole collection. */
    void deleteAll(String collection);

    /**
     * Documents in the order of their keys (by the bytes of their UTF-8).
     *
     * @param after key after which to begin; empty for the beginning
     * @param limit 1 to 1,000
     */
    List<Document> list(String collection, String after, int limit);
}
