package io.troubleshooter.http.access;

import java.time.Instant;

/**
 * What somebody has shown.
 *
 * @param expires until when it proves who they are; {@link Instant#MAX} for ever
 */
public record Proof(Caller caller, Instant expires) {}
