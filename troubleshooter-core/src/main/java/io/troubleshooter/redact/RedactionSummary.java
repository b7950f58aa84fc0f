package io.troubleshooter.redact;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much was removed, never what.
 *
 * @param total number of places
 * @param byKind number of places per kind, in the kinds' alphabetical order
 */
public record RedactionSummary(long total, Map<String, Long> byKind) {

    public static final RedactionSummary NONE = new RedactionSummary(0, Map.of());

    public RedactionSummary {
        byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    }

    /** The sum of both. */
    public RedactionSummary plus(RedactionSummary other) {
        Map<String, Long> sum = new TreeMap<>(byKind);
        for (Map.Entry<String, Long> count : other.byKind.entrySet()) {
            sum.put(count.getKey(), sum.getOrDefault(count.getKey(), 0L) + count.getValue());
        }
        return new RedactionSummary(total + other.total, sum);
    }
}
