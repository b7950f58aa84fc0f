package io.troubleshooter.redact;

import java.util.Map;

/**
 * How much was removed, never what.
 *
 * @param total number of places
 * @param byKind number of places per kind, in the kinds' alphabetical order
 */
public record RedactionSummary(long total, Map<String, Long> byKind) {

    public static final RedactionSummary NONE = new RedactionSummary(0, Map.of());
}
