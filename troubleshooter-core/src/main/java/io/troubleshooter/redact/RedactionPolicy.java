package io.troubleshooter.redact;

import java.util.List;
import java.util.Set;

/**
 * What is redacted beyond, or short of, the default. Immutable. The default is everything.
 *
 * @param kindsOff kinds that stay, such as {@code ip}
 * @param allowedValues values that stay wherever they stand, compared byte for byte
 * @param detectors detectors of the user's own, run after the built-in ones
 */
public record RedactionPolicy(Set<String> kindsOff, Set<String> allowedValues, List<Detector> detectors) {

    private static final RedactionPolicy STRICT = new RedactionPolicy(Set.of(), Set.of(), List.of());

    public RedactionPolicy {
        kindsOff = Set.copyOf(kindsOff);
        allowedValues = Set.copyOf(allowedValues);
        detectors = List.copyOf(detectors);
    }

    /** Everything is redacted. */
    public static RedactionPolicy strict() {
        return STRICT;
    }

    boolean isStrict() {
        return kindsOff.isEmpty() && allowedValues.isEmpty();
    }
}
