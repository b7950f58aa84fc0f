package io.troubleshooter.conversation;

import io.troubleshooter.redact.RedactedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A store whose disk is full. */
final class BrokenStore implements SessionStore {

    private static IllegalStateException full() {
        return new IllegalStateException("disk full");
    }

    @Override
    public void create(String id, String owner, RedactedText title, Instant created) {
        throw full();
    }

    @Override
    public String addSource(String session, String sourceId, RedactedText name, Iterable<RedactedText> parts) {
        throw full();
    }

    @Override
    public void addEntry(String session, StoredEntry entry, Instant time) {
        throw full();
    }

    @Override
    public Optional<Stored> find(String owner, String id) {
        throw full();
    }

    @Override
    public OptionalInt revision(String owner, String id) {
        throw full();
    }

    @Override
    public List<Header> list(String owner, int limit) {
        throw full();
    }

    @Override
    public List<Header> unused(String owners, Instant since, int limit) {
        throw full();
    }

    @Override
    public boolean delete(String owner, String id) {
        throw full();
    }
}
