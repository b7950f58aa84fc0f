package io.troubleshooter.conversation;

import io.troubleshooter.redact.RedactedText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Sessions in memory, with trouble at will. */
final class FlakyStore implements SessionStore {

    private final SessionStore sessions = new InMemorySessions(Duration.ofDays(1), Clock.systemUTC());
    private volatile boolean broken;

    void breaks() {
        broken = true;
    }

    void mends() {
        broken = false;
    }

    private SessionStore working() {
        if (broken) {
            throw new IllegalStateException("disk full");
        }
        return sessions;
    }

    @Override
    public void create(String id, String owner, RedactedText title, Instant created) {
        working().create(id, owner, title, created);
    }

    @Override
    public String addSource(String session, String sourceId, RedactedText name, Iterable<RedactedText> parts) {
        return working().addSource(session, sourceId, name, parts);
    }

    @Override
    public void addEntry(String session, StoredEntry entry, Instant time) {
        working().addEntry(session, entry, time);
    }

    @Override
    public Optional<Stored> find(String owner, String id) {
        return working().find(owner, id);
    }

    @Override
    public OptionalInt revision(String owner, String id) {
        return working().revision(owner, id);
    }

    @Override
    public List<Header> list(String owner, int limit) {
        return working().list(owner, limit);
    }

    @Override
    public boolean delete(String owner, String id) {
        return working().delete(owner, id);
    }

    @Override
    public List<Header> unused(String after, Instant before, int limit) {
        return working().unused(after, before, limit);
    }
}
