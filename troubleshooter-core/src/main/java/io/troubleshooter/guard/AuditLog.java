package io.troubleshooter.guard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asked what kind of thing when, and what it took: never texts of logs, questions or answers. Append-only; each event
 * carries the hash of all before it, so that what was changed, removed, put between or put in another order is found.
 * Thread-safe; every implementation passes {@code AuditLogContract}.
 */
public interface AuditLog {

    /** Keeps nothing. */
    AuditLog NONE = new NoAudit();

    /**
     * One thing that happened.
     *
     * @param time in whole milliseconds
     * @param account who did it, such as {@code project/user}
     * @param session about which; empty for none
     * @param action {@code answer}, {@code cached-answer}, {@code fall-back}, {@code refuse-budget}, {@code refuse-rate},
     *     {@code feedback}, {@code delete-session}, ...
     * @param detail ids, versions and figures as {@code key=value} words, see {@link UsageCounter}
     */
    record Event(Instant time, String account, String session, String action, String detail, long microUsd) {

        public Event {
            time = time.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /**
     * An event and where it stands.
     *
     * @param place counts from 1; one higher than that of the event before
     */
    record Entry(long place, Event event) {}

    /**
     * What a look at the whole chain found.
     *
     * @param events looked at
     * @param firstBroken the first place that is not as it was written; null if all are
     */
    record Verification(long events, @Nullable Long firstBroken) {

        public boolean sound() {
            return firstBroken == null;
        }
    }

    void record(Event event);

    /** The newest first. */
    List<Event> recent(int limit);

    /**
     * The newest first, page by page.
     *
     * @param accounts how the accounts begin, such as {@code project/}; empty for all
     * @param before only places below this one; {@link Long#MAX_VALUE} for the first page
     */
    List<Entry> page(String accounts, long before, int limit);

    /**
     * What answers took.
     *
     * @param accounts how the accounts begin, such as {@code project/}; empty for all
     * @param from at this time or later
     * @param until before this time
     */
    UsageReport usage(String accounts, Instant from, Instant until);

    /** Looks at all events again. */
    Verification verify();

    /**
     * Removes the oldest events, up to the first that is not older than this. The chain goes on from the last of them, so
     * that the rest can still be verified.
     *
     * @return how many
     */
    long forget(Instant before);
}
