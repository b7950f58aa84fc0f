package io.troubleshooter.guard;

import org.jspecify.annotations.Nullable;

/** Walks along a chain, from its oldest event to its head, and notes where it breaks. Not thread-safe. */
public final class AuditWalk {

    private AuditChain at;
    private long events;
    private @Nullable Long broken;

    /**
     * Begins.
     *
     * @param anchor of the event before the first one that is kept; {@link AuditChain#START} where all are
     */
    public AuditWalk(AuditChain anchor) {
        this.at = anchor;
    }

    /**
     * Goes on to the next event.
     *
     * @param stored the place and hash that were stored with it
     */
    public void next(AuditChain stored, AuditLog.Event event) {
        events++;
        AuditChain due = at.after(event);
        if (broken == null && !due.equals(stored)) {
            broken = due.place();
        }
        at = due;
    }

    /**
     * Tells what was found.
     *
     * @param head of the last event, as stored apart from the events; null if that cannot be read
     */
    public AuditLog.Verification end(@Nullable AuditChain head) {
        if (broken == null && !at.equals(head)) {
            broken = at.place() + 1;
        }
        return new AuditLog.Verification(events, broken);
    }
}
