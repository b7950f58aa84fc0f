package io.troubleshooter.http.config;

import java.time.Duration;
import java.util.List;

/**
 * CloudWatch Logs as evidence and for a model to look at.
 *
 * @param groups that may be read: names, or beginnings of names and {@code *}; empty for none at all
 * @param region empty: as AWS tools find it
 * @param profile empty: as AWS tools find it
 * @param endpoint empty: that of the region
 * @param window longest span of time that can be asked for
 * @param events most events or rows that one request brings
 * @param bytes most text of them
 * @param scan most bytes that one query scans before it is stopped; a look of a model may scan a tenth of it
 * @param timeout of one request, with all its waiting
 */
public record CloudWatch(
        List<String> groups,
        String region,
        String profile,
        String endpoint,
        Duration window,
        int events,
        Bytes bytes,
        Bytes scan,
        Duration timeout) {

    public boolean enabled() {
        return !groups.isEmpty();
    }
}
