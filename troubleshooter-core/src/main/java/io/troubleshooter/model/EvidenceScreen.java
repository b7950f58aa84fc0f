package io.troubleshooter.model;

import io.troubleshooter.redact.RedactedText;
import java.util.List;

/**
 * A second opinion on text that goes to a model, such as the output of a tool: does it try to instruct? A signal to flag
 * and to trust less, no gate: what holds without it are the checks in code. Thread-safe.
 */
@FunctionalInterface
public interface EvidenceScreen {

    /** Finds nothing. */
    EvidenceScreen NONE = (text, limits) -> Verdict.CLEAN;

    /**
     * Looks at a text.
     *
     * @throws ModelException if there is no opinion to be had
     */
    Verdict screen(RedactedText text, CallLimits limits);

    /**
     * What was found.
     *
     * @param suspicious whether a policy stepped in
     * @param policies names of those that did, sorted; never a piece of the text
     */
    record Verdict(boolean suspicious, List<String> policies) {

        public static final Verdict CLEAN = new Verdict(false, List.of());

        public Verdict {
            policies = List.copyOf(policies);
        }
    }
}
