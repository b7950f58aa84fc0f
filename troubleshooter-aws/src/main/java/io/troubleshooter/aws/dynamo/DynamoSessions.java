package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.s3.Blobs;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.redact.RedactedText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sessions: a header, entries and what is known of sources as items of one partition, the lines of sources in the bucket.
 * What one instance has stored all see at once, but for lists, which may lack it for a moment.
 */
final class DynamoSessions implements SessionStore {

    private final SessionWriting writing;
    private final SourceWriting sources;
    private final SessionReading reading;
    private final SessionLists lists;
    private final SessionRemoval removal;
    private final SessionLife life;

    DynamoSessions(Table table, Vault vault, Blobs blobs, Duration sessionLife, Clock clock) {
        SessionItems items = new SessionItems(table, vault, blobs);
        this.life = new SessionLife(sessionLife, clock);
        this.writing = new SessionWriting(table, items, life);
        this.sources = new SourceWriting(table, items, vault, blobs, life);
        this.reading = new SessionReading(table, items, life);
        this.lists = new SessionLists(table, items);
        this.removal = new SessionRemoval(table, lists, blobs, life);
    }

    @Override
    public void create(String id, String owner, RedactedText title, Instant created) {
        removal.sweep();
        writing.create(id, owner, title, created);
    }

    @Override
    public String addSource(String session, String sourceId, RedactedText name, Iterable<RedactedText> parts) {
        return sources.add(session, sourceId, name, parts);
    }

    @Override
    public void addEntry(String session, StoredEntry entry, Instant time) {
        writing.add(session, entry, time);
    }

    @Override
    public Optional<Stored> find(String owner, String id) {
        return reading.find(owner, id);
    }

    @Override
    public OptionalInt revision(String owner, String id) {
        Item header = reading.header(owner, id);
        return header.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(header.number(SessionItems.REVISION, 0)));
    }

    @Override
    public List<Header> list(String owner, int limit) {
        return lists.list(owner, life.oldest(), limit);
    }

    @Override
    public List<Header> unused(String owners, Instant since, int limit) {
        return lists.unused(owners, since, limit);
    }

    @Override
    public boolean delete(String owner, String id) {
        return removal.delete(owner, id);
    }
}
