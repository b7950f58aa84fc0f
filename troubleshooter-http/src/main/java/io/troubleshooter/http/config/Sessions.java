package io.troubleshooter.http.config;

import java.time.Duration;

/**
 * How long sessions are kept.
 *
 * @param idle after which a session is closed: it leaves memory, and can be opened again
 * @param retention after its last use, everything of it is removed
 * @param auditRetention after which events leave the audit log
 * @param openBytes evidence of open sessions in memory, all together
 */
public record Sessions(
        Duration idle,
        Duration retention,
        Duration auditRetention,
        Bytes openBytes,
        Bytes evidenceBytes,
        int perAccount) {}
