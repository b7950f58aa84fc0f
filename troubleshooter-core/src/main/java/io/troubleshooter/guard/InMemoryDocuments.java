package io.troubleshooter.guard;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Documents of one process. */
public final class InMemoryDocuments implements Documents {

    private static final NavigableMap<String, Document> EMPTY = Collections.unmodifiableNavigableMap(new TreeMap<>());

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
        forgetExpired();
        long stored = find(document.collection(), document.key())
                .map(Document::version)
                .orElse(0L);
        if (stored != document.version()) {
            return Optional.empty();
        }
        Document next =
                new Document(document.collection(), document.key(), document.json(), stored + 1, document.expires());
        collections
                .computeIfAbsent(document.collection(), missing -> new TreeMap<>(InMemoryDocuments::compare))
                .put(document.key(), next);
        return Optional.of(next);
    }

    @Override
    public synchronized boolean delete(String collection, String key) {
        boolean found = find(collection, key).isPresent();
        if (found) {
            collection(collection).remove(key);
        }
        return found;
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
        return collections.getOrDefault(name, EMPTY);
    }

    private void forgetExpired() {
        collections.values().forEach(documents -> documents.values().removeIf(each -> !lives(each)));
        collections.values().removeIf(Map::isEmpty);
    }

    private boolean lives(Document document) {
        return document.expires() == null || clock.instant().isBefore(document.expires());
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
