package io.troubleshooter.conversation;

import io.troubleshooter.redact.RedactedText;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Keeps conversations: redacted text only, by type. Append-only but for deletion. A session is seen by its owner alone.
 * Thread-safe; every implementation passes {@code SessionStoreContract}.
 */
public interface SessionStore {

    /** Keeps nothing. */
    SessionStore NONE = new NoSessions();

    /**
     * A session without its content.
     *
     * @param id opaque, unguessable
     * @param title redacted: names of sources or the first question
     */
    record Header(String id, String owner, String title, Instant created, Instant updated) {}

    /**
     * A source as it was kept.
     *
     * @param place as {@link #addSource} gave it
     * @param text opens its redacted lines, UTF-8, to be redacted again when they are read; a part at a time is in
     *     memory. Reading them fails as the store does, also when the session has been deleted meanwhile
     */
    record StoredSource(String id, String place, String name, Supplier<InputStream> text) {}

    /**
     * A turn, feedback or its withdrawal, or what is known of sources beside their lines, as JSON made from redacted parts.
     *
     * @param number counts the entries of its session, from 1
     * @param kind {@code turn}, {@code feedback}, {@code withdrawal} or {@code sources}
     */
    record StoredEntry(int number, String kind, String json) {}

    /** Everything of a session, in order. */
    record Stored(Header header, List<StoredSource> sources, List<StoredEntry> entries) {}

    /**
     * Begins a session.
     *
     * @throws IllegalArgumentException if there is one of this id
     */
    void create(String id, String owner, RedactedText title, Instant created);

    /**
     * Adds a source: all of it, or nothing where anything fails. It is found when its last part is kept. There may be
     * several of one id, as when two writers met: which of them counts is for an entry to say, by its place.
     *
     * @param parts of the text, in order; a part at a time is in memory
     * @return its place, unlike that of any other source of the session
     * @throws IllegalArgumentException if there is no such session
     */
    String addSource(String session, String sourceId, RedactedText name, Iterable<RedactedText> parts);

    /**
     * Appends an entry, if nobody was faster: its number is the next one. The last entry given once more, as after an
     * answer that was lost, changes nothing.
     *
     * @param time from which on the session counts as last used
     * @throws IllegalArgumentException if there is no such session
     * @throws io.troubleshooter.error.TroubleshooterException {@code CONFLICT} if the number is not the next one: another
     *     writer has gone on with the session
     */
    void addEntry(String session, StoredEntry entry, Instant time);

    /** The session; empty where there is none, it is another owner's, or it has expired. */
    Optional<Stored> find(String owner, String id);

    /** How many entries a session has, by which it is seen whether it has changed; empty as for {@link #find}. */
    OptionalInt revision(String owner, String id);

    /** The owner's sessions, the last used first. */
    List<Header> list(String owner, int limit);

    /**
     * Sessions of many owners that nobody has used lately, those of the longest ago first; for a service that removes
     * them with all that belongs to them.
     *
     * @param owners how the owners begin, such as {@code project/}; empty for all
     * @param since used at this time or later: not listed
     */
    List<Header> unused(String owners, Instant since, int limit);

    /** @return whether there was such a session of this owner */
    boolean delete(String owner, String id);
}
