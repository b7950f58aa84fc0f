package io.troubleshooter.conversation;

import io.troubleshooter.redact.RedactedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Sessions of one process; gone when it ends. */
public final class InMemorySessions implements SessionStore {

    private final Duration timeToLive;
    private final Clock clock;
    private final Map<String, Session> sessions = new HashMap<>();

    /** @param timeToLive after its last use */
    public InMemorySessions(Duration timeToLive, Clock clock) {
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    @Override
    public synchronized void create(String id, String owner, RedactedText title, Instant created) {
        expire();
        Header header = new Header(id, owner, title.toString(), created, created);
        if (sessions.putIfAbsent(id, new Session(header)) != null) {
            throw new IllegalArgumentException("there is a session of this id");
        }
    }

    @Override
    public synchronized String addSource(
            String session, String sourceId, RedactedText name, Iterable<RedactedText> parts) {
        Session known = get(session);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        parts.forEach(part -> part.writeTo(text));
        byte[] lines = text.toByteArray();
        String place = Integer.toString(known.sources.size() + 1);
        known.sources.add(new StoredSource(sourceId, place, name.toString(), () -> new ByteArrayInputStream(lines)));
        return place;
    }

    @Override
    public synchronized void addEntry(String session, StoredEntry entry, Instant time) {
        Session known = get(session);
        if (known.isLast(entry)) {
            return;
        }
        if (entry.number() != known.entries.size() + 1) {
            throw Conflict.changed();
        }
        known.entries.add(entry);
        known.touch(time);
    }

    private Session get(String id) {
        Session known = sessions.get(id);
        if (known == null) {
            throw new IllegalArgumentException("there is no session of this id");
        }
        return known;
    }

    @Override
    public synchronized Optional<Stored> find(String owner, String id) {
        expire();
        Session known = sessions.get(id);
        return known == null || !known.header.owner().equals(owner) ? Optional.empty() : Optional.of(known.stored());
    }

    @Override
    public synchronized OptionalInt revision(String owner, String id) {
        return find(owner, id).stream()
                .mapToInt(stored -> stored.entries().size())
                .findFirst();
    }

    @Override
    public synchronized List<Header> list(String owner, int limit) {
        expire();
        return sessions.values().stream()
                .map(session -> session.header)
                .filter(header -> header.owner().equals(owner))
                .sorted(Comparator.comparing(Header::updated).reversed().thenComparing(Header::id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Header> unused(String owners, Instant since, int limit) {
        return sessions.values().stream()
                .map(session -> session.header)
                .filter(header ->
                        header.owner().startsWith(owners) && header.updated().isBefore(since))
                .sorted(Comparator.comparing(Header::updated).thenComparing(Header::id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean delete(String owner, String id) {
        Session known = sessions.get(id);
        return known != null && known.header.owner().equals(owner) && sessions.remove(id, known);
    }

    private void expire() {
        Instant oldest = clock.instant().minus(timeToLive);
        sessions.values().removeIf(session -> session.header.updated().isBefore(oldest));
    }

    private static final class Session {
        private Header header;
        private final List<StoredSource> sources = new ArrayList<>();
        private final List<StoredEntry> entries = new ArrayList<>();

        Session(Header header) {
            this.header = header;
        }

        boolean isLast(StoredEntry entry) {
            return !entries.isEmpty() && entries.get(entries.size() - 1).equals(entry);
        }

        void touch(Instant time) {
            header = new Header(header.id(), header.owner(), header.title(), header.created(), time);
        }

        Stored stored() {
            return new Stored(header, List.copyOf(sources), List.copyOf(entries));
        }
    }
}
