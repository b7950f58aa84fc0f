package io.troubleshooter.model;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param timeout of the whole call, retries included
 */
public record CallLimits(Duration timeout, Cancellation cancellation) {}
