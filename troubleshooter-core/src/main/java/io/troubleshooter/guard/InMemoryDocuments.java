package io.troubleshooter.guard;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Documents of one process. */
public final class InMemoryDocuments implements Documents {

    private final Clock clock;
    private final Map<String, NavigableMap<String, Document>> collections = new HashMap<>();

    public InMemoryDocuments(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Document> find(String collection, String key) {
        return Optional.ofNullable(collection(collection).get(key)).filter(this::lives);
    }

    @Override
    public synchronized Optional<Document> put(Document document) {
        long stored = find(document.collection(), document.key())
                .map(Document::version)
                .orElse(0L);
        if (stored != document.version()) {
            return Optional.empty();
        }
        Document next =
                new Document(document.collection(), document.key(), document.json(), stored + 1, document.expires());
        collection(document.collection()).put(document.key(), next);
        return Optional.of(next);
    }

    @Override
    public synchronized boolean delete(String collection, String key) {
        Document removed = collection(collection).remove(key);
        return removed != null && lives(removed);
    }

    @Override
    public synchronized void deleteAll(String collection) {
        collections.remove(collection);
    }

    @Override
    public synchronized List<Document> list(String collection, String after, int limit) {
        List<Document> found = new ArrayList<>();
        for (Document each : collection(collection).tailMap(after, false).values()) {
            if (found.size() < limit && lives(each)) {
                found.add(each);
            }
        }
        return List.copyOf(found);
    }

    private NavigableMap<String, Document> collection(String name) {
        return collections.computeIfAbsent(name, missing -> new TreeMap<>());
    }

    private boolean lives(Document document) {
        return document.expires() == null || clock.instant().isBefore(document.expires());
    }
}
