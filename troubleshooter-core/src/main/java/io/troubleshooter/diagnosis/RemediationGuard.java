package io.troubleshooter.diagnosis;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.frame.IncidentFrame;
import java.util.List;

/**
 * Keeps what stands only in fields that a stranger can write (user agents, URLs, headers, names, free text of users) from
 * becoming a recommendation: a poisoned log must not tell an engineer what to install, call or run. Immutable,
 * thread-safe.
 */
public final class RemediationGuard {

    public RemediationGuard(IncidentFrame frame, Evidence evidence) {}

    /**
     * The packages, addresses, hosts and commands in an advice (action, command, rollback, check) that only such fields
     * name; empty where it may be shown.
     */
    public List<String> untrusted(String advice) {
        return List.of();
    }
}
