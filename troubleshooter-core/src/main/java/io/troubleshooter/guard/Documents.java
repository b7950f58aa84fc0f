package io.troubleshooter.guard;

import java.time.Instant;
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
     * @param collection such as {@code comment/<session id>}; 1 to 512 characters
     * @param key unique in its collection; 1 to 512 characters
     * @param json at most 256 KiB of UTF-8
     * @param version counts its writings, from 1; 0 for one that is not written yet
     * @param expires from when on it is not found any more; null for never
     */
    record Document(
            String collection,
            String key,
            String json,
            long version,
            @Nullable Instant expires) {

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

    /** The document; empty where there is none, or it has expired. */
    Optional<Document> find(String collection, String key);

    /**
     * Writes, if nobody was faster: the version given has to be the one stored, 0 where there must be none.
     *
     * @return the document as it is stored, its version one higher; empty if another writing came first
     */
    Optional<Document> put(Document document);

    /** @return whether there was such a document */
    boolean delete(String collection, String key);

    /** Removes a whole collection. */
    void deleteAll(String collection);

    /**
     * Documents in the order of their keys (by code unit).
     *
     * @param after key after which to begin; empty for the beginning
     * @param limit 1 to 1,000
     */
    List<Document> list(String collection, String after, int limit);
}
