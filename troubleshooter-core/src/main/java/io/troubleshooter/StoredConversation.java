package io.troubleshooter;

import io.troubleshooter.conversation.AnswerJson;
import io.troubleshooter.conversation.Feedback;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedJoiner;
import io.troubleshooter.redact.RedactedJoiner.Mark;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a conversation is in the store. A store that fails does not end the conversation: from then on nothing more is
 * stored, and it is said once. Thread-safe.
 */
final class StoredConversation {

    private static final long CHUNK_LINES = 1_000;

    private final SessionStore store;
    private final String id;
    private final String owner;
    private final Clock clock;
    private boolean begun;
    private volatile boolean failed;
    private boolean told;
    private int sources;
    private int entries;

    private StoredConversation(SessionStore store, String id, String owner, Clock clock) {
        this.store = store;
        this.id = id;
        this.owner = owner;
        this.clock = clock;
    }

    static StoredConversation begin(SessionStore store, String id, String owner, Clock clock) {
        return new StoredConversation(store, id, owner, clock);
    }

    /** One that is in the store already. */
    static StoredConversation resumed(SessionStore store, SessionStore.Stored stored, Clock clock) {
        StoredConversation resumed = new StoredConversation(
                store, stored.header().id(), stored.header().owner(), clock);
        resumed.begun = true;
        resumed.sources = stored.sources().size();
        resumed.entries = stored.entries().size();
        return resumed;
    }

    /** Stores the sources that are not stored yet. */
    synchronized void sources(Map<String, RedactedText> names, Evidence evidence) {
        attempt(() -> {
            int place = 0;
            for (Map.Entry<String, RedactedText> source : names.entrySet()) {
                if (place++ >= sources) {
                    create(source.getValue());
                    store.addSource(
                            id, source.getKey(), source.getValue(), text(source.getKey(), source.getValue(), evidence));
                    sources++;
                }
            }
        });
    }

    /** @param title where the session has none yet */
    synchronized void turn(Turn turn, @Nullable RedactedText title) {
        entry("turn", AnswerJson.write(turn), title);
    }

    synchronized void feedback(Feedback feedback, RedactedText title) {
        entry("feedback", AnswerJson.write(feedback), title);
    }

    /** Whether something could not be stored; said once. */
    synchronized boolean tellsFailure() {
        boolean news = failed && !told;
        told = failed;
        return news;
    }

    boolean failed() {
        return failed;
    }

    private void entry(String kind, String json, @Nullable RedactedText title) {
        attempt(() -> {
            create(title);
            store.addEntry(id, new StoredEntry(entries + 1, kind, json), clock.instant());
            entries++;
        });
    }

    private void create(@Nullable RedactedText title) {
        if (!begun && title != null) {
            store.create(id, owner, title, clock.instant());
            begun = true;
        }
    }

    private void attempt(Runnable storing) {
        if (failed || store == SessionStore.NONE) {
            return;
        }
        try {
            storing.run();
        } catch (RuntimeException unavailable) {
            failed = true;
        }
    }

    /** All lines, each ended, under their numbers: those that were not kept are empty. */
    private static RedactedText text(String source, RedactedText name, Evidence evidence) {
        RedactedJoiner joiner = name.joiner();
        long lines = evidence.lines(source);
        for (long first = 1; first <= lines; first += CHUNK_LINES) {
            append(joiner, evidence, new LineRef(source, first, Math.min(lines, first + CHUNK_LINES - 1)));
        }
        return joiner.join();
    }

    private static void append(RedactedJoiner joiner, Evidence evidence, LineRef lines) {
        RedactedText text = evidence.text(lines);
        if (text != null) {
            joiner.append(text).append(Mark.NEWLINE);
        } else if (lines.first() == lines.last()) {
            joiner.append(Mark.NEWLINE);
        } else {
            long middle = lines.first() + (lines.last() - lines.first()) / 2;
            append(joiner, evidence, new LineRef(lines.source(), lines.first(), middle));
            append(joiner, evidence, new LineRef(lines.source(), middle + 1, lines.last()));
        }
    }
}
