package io.troubleshooter.http.config;

import java.time.Duration;
import java.util.List;

/**
 * Evidence by URL.
 *
 * @param allowedHosts exact names or {@code *.suffix}; empty for all public ones
 * @param ports that may be asked
 * @param timeout of the whole, redirects included
 */
public record Fetch(
        boolean enabled,
        List<String> allowedHosts,
        List<Integer> ports,
        Bytes bytes,
        Duration timeout,
        int redirects) {}
