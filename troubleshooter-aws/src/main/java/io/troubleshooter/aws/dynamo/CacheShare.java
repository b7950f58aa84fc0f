package io.troubleshooter.aws.dynamo;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers that this process has kept or used, the least recently used first: its share of the table. Thread-safe. */
final class CacheShare {

    private final long maxBytes;
    private final Map<String, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    CacheShare(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * An answer in the table.
     *
     * @param bytes of key and value, UTF-8
     * @param large key in the bucket of its value; empty where it lies in the table
     */
    record Held(String key, long bytes, String large) {}

    /** Notes that an answer was kept or used. @return those to be forgotten for it */
    synchronized List<Held> used(Held answer) {
        forget(answer.key());
        held.put(answer.key(), answer);
        bytes += answer.bytes();
        List<Held> over = new ArrayList<>();
        Iterator<Held> oldest = held.values().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            Held next = oldest.next();
            oldest.remove();
            bytes -= next.bytes();
            over.add(next);
        }
        return over;
    }

    /** Notes that it is no longer in the table. */
    synchronized void forget(String key) {
        Held was = held.remove(key);
        bytes -= was == null ? 0 : was.bytes();
    }

    synchronized void clear() {
        held.clear();
        bytes = 0;
    }

    synchronized long entries() {
        return held.size();
    }

    synchronized long bytes() {
        return bytes;
    }
}
