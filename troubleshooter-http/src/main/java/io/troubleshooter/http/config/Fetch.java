package io.troubleshooter.http.config;

import java.time.Duration;
import java.util.List;

/**
 * Evidence by URL.
 *
 * @param allowedHosts exact names or {@code *.suffix}; empty for all public ones
 */
public record Fetch(boolean enabled, List<String> allowedHosts, Bytes bytes, Duration timeout, int redirects) {}
