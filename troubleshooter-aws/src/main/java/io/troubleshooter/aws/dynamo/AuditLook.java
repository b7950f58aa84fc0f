package io.troubleshooter.aws.dynamo;

import io.troubleshooter.guard.AuditChain;
import io.troubleshooter.guard.AuditLog.Verification;
import io.troubleshooter.guard.AuditWalk;
import org.jspecify.annotations.Nullable;

/** Looks at the whole chain while others go on writing: up to the head as it was when the look began. */
final class AuditLook {

    /** So often at most: each time, others have forgotten events that were being looked at. */
    private static final int TRIES = 3;

    private final AuditTable audit;

    AuditLook(AuditTable audit) {
        this.audit = audit;
    }

    Verification verify() {
        AuditHead head = audit.head().head();
        Verification found = look(head);
        for (int i = 1; i < TRIES && !found.sound(); i++) {
            AuditHead now = audit.head().head();
            if (now == null || head == null || now.anchor().equals(head.anchor())) {
                return found;
            }
            head = now;
            found = look(head);
        }
        return found;
    }

    private Verification look(@Nullable AuditHead head) {
        AuditWalk walk = new AuditWalk(head == null ? AuditChain.START : head.anchor());
        long last = head == null ? Long.MAX_VALUE : head.last().place();
        long anchor = head == null ? 0 : head.anchor().place();
        for (Item marker : audit.segments()) {
            long segment = AuditItems.segment(marker);
            if (AuditItems.lastOf(segment) > anchor) {
                audit.each(segment, anchor, item -> {
                    boolean within = AuditItems.place(item) <= last;
                    if (within) {
                        walk.next(AuditItems.chain(item), AuditItems.event(item));
                    }
                    return within;
                });
            }
        }
        Verification found = walk.end(head == null ? null : head.last());
        return found.sound() && head != null ? beyond(found, head) : found;
    }

    /** Whether there are events that no head knows, also not one that was written since. */
    private Verification beyond(Verification found, AuditHead head) {
        long last = audit.last().place();
        if (last == head.last().place()) {
            return found;
        }
        AuditHead now = audit.head().head();
        boolean known = now != null && last <= now.last().place() && last > 0;
        return known || last <= head.anchor().place() && last >= 0
                ? found
                : new Verification(found.events(), head.last().place() + 1);
    }
}
