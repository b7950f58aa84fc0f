package io.troubleshooter.conversation;

import io.troubleshooter.guard.AuditLog;

/** Records what a turn did: ids and figures. An answer is worth more than its record, so that failures are swallowed. */
final class Audit {

    private final ModelSetup setup;
    private final Inquiry inquiry;

    Audit(ModelSetup setup, Inquiry inquiry) {
        this.setup = setup;
        this.inquiry = inquiry;
    }

    /** @param detail words of the form {@code key=value} */
    void note(String action, String detail, long microUsd) {
        try {
            setup.audit()
                    .record(new AuditLog.Event(
                            setup.clock().instant(), inquiry.account(), inquiry.session(), action, detail, microUsd));
        } catch (RuntimeException unavailable) {
            // See above.
        }
    }
}
