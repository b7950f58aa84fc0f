package io.troubleshooter;

import io.troubleshooter.conversation.AnswerJson;
import io.troubleshooter.conversation.Feedback;
import io.troubleshooter.conversation.SessionStore;
import io.troubleshooter.conversation.SessionStore.Stored;
import io.troubleshooter.conversation.SessionStore.StoredEntry;
import io.troubleshooter.conversation.Turn;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.redact.RedactedText;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a conversation is in the store, in the order in which it came. What could not be stored waits and is tried
 * again before anything else is stored. Where storing is a must, evidence and feedback do not wait: they are refused.
 * Thread-safe.
 */
final class StoredConversation {

    /** Kinds of entries of which each has a number of its own in its content. */
    private static final Set<String> NUMBERED = Set.of("sources", "turn");

    private static final int ATTEMPTS = 5;

    private final SessionStore store;
    private final boolean must;
    private final String id;
    private final String owner;
    private final Clock clock;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private volatile boolean failed;
    private volatile boolean outdated;
    private boolean begun;
    private boolean told;
    private volatile int entries;

    private StoredConversation(SessionStore store, boolean must, String id, String owner, Clock clock) {
        this.store = store;
        this.must = must;
        this.id = id;
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * One that comes into the store with its first content.
     *
     * @param must whether what cannot be stored is refused
     */
    static StoredConversation begin(SessionStore store, boolean must, String id, String owner, Clock clock) {
        return new StoredConversation(store, must, id, owner, clock);
    }

    /** One that is in the store already. */
    static StoredConversation resumed(SessionStore store, boolean must, SessionStore.Stored stored, Clock clock) {
        StoredConversation resumed = new StoredConversation(
                store, must, stored.header().id(), stored.header().owner(), clock);
        resumed.begun = true;
        resumed.entries = stored.entries().size();
        return resumed;
    }

    /** Brings the conversation into the store, with nothing in it yet. */
    synchronized void create(RedactedText title) {
        keep(() -> createOnce(title));
    }

    /**
     * Stores sources, all of them or none: they count from when it is noted what is known of them.
     *
     * @param evidence in which their lines are
     */
    synchronized void sources(List<SourceReading.Finished> sources, Evidence evidence) {
        if (!sources.isEmpty()) {
            keep(() -> {
                Map<String, String> places = new HashMap<>();
                for (SourceReading.Finished source : sources) {
                    RedactedText name = source.read().name();
                    createOnce(name);
                    StoredLines lines = new StoredLines(source.id(), name, evidence);
                    places.put(source.id(), store.addSource(id, source.id(), name, lines));
                }
                entry("sources", SourceJson.write(sources, places, evidence), null);
            });
        }
    }

    /**
     * Stores an answer, now or later: it has been paid for and is not thrown away.
     *
     * @param title where the session has none yet
     */
    synchronized void turn(Turn turn, RedactedText title) {
        later(() -> entry("turn", AnswerJson.write(turn), title));
    }

    synchronized void feedback(Feedback feedback, RedactedText title) {
        keep(() -> entry("feedback", AnswerJson.write(feedback), title));
    }

    /** Notes that feedback counts no more. */
    synchronized void withdrawal(Feedback feedback) {
        keep(() -> entry("withdrawal", AnswerJson.write(feedback), null));
    }

    /** Tries again to store what waits. @return whether nothing waits any more */
    synchronized boolean flush() {
        try {
            drain();
        } catch (TroubleshooterException refused) {
            failed = true;
            note(refused);
        } catch (RuntimeException unavailable) {
            failed = true;
        }
        return !failed;
    }

    /** What others went on with cannot be gone on with here: what waits is of an older state. */
    private void note(TroubleshooterException refused) {
        if (refused.code() == Code.CONFLICT) {
            outdated = true;
            waiting.clear();
        }
    }

    /** Whether another writer has gone on with the conversation, of which nothing is known here. */
    boolean outdated() {
        return outdated;
    }

    /** Entries that the store has of it, as far as is known here. */
    int revision() {
        return entries;
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

    private void keep(Runnable storing) {
        if (must) {
            now(storing);
        } else {
            later(storing);
        }
    }

    private void later(Runnable storing) {
        if (store != SessionStore.NONE) {
            waiting.addLast(storing);
            flush();
        }
    }

    private void now(Runnable storing) {
        try {
            drain();
            storing.run();
        } catch (RuntimeException unavailable) {
            if (unavailable instanceof TroubleshooterException refused && refused.code() == Code.CONFLICT) {
                note(refused);
                throw refused;
            }
            // Its message may quote what was to be stored.
            throw new TroubleshooterException(
                    Code.STORE_UNAVAILABLE, "It could not be stored.", "Repeat it later; nothing of it was kept.");
        }
    }

    private void drain() {
        while (!waiting.isEmpty()) {
            waiting.getFirst().run();
            waiting.removeFirst();
        }
        failed = false;
    }

    private void entry(String kind, String json, @Nullable RedactedText title) {
        createOnce(title);
        int next = entries + 1;
        try {
            store.addEntry(id, new StoredEntry(next, kind, json), clock.instant());
            entries = next;
        } catch (TroubleshooterException faster) {
            if (faster.code() != Code.CONFLICT) {
                throw faster;
            }
            afterOthers(kind, json, faster);
        }
    }

    /**
     * Adds behind what others added meanwhile, where that can stand beside it: evidence beside an answer, and what people
     * say beside all. Of two that read evidence, or two that answer, the second is refused, as it would take the
     * other's number. What the others added is not known here, so that this conversation is to be resumed all the same.
     */
    private void afterOthers(String kind, String json, TroubleshooterException faster) {
        outdated = true;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<StoredEntry> all = store.find(owner, id).map(Stored::entries).orElseThrow(() -> faster);
            if (all.subList(Math.min(entries, all.size()), all.size()).stream()
                    .anyMatch(each -> NUMBERED.contains(kind) && each.kind().equals(kind))) {
                throw faster;
            }
            try {
                store.addEntry(id, new StoredEntry(all.size() + 1, kind, json), clock.instant());
                return;
            } catch (TroubleshooterException again) {
                if (again.code() != Code.CONFLICT) {
                    throw again;
                }
            }
        }
        throw faster;
    }

    private void createOnce(@Nullable RedactedText title) {
        if (!begun && title != null) {
            store.create(id, owner, title, clock.instant());
            begun = true;
        }
    }
}
