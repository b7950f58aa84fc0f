package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.rule.RuleSet;
import org.jspecify.annotations.Nullable;

/** Diagnoses by rules, their links and generic reasoning; needs no network. Thread-safe. */
public final class OfflineDiagnostician {

    private final RuleSet rules;

    public OfflineDiagnostician(RuleSet rules) {
        this.rules = rules;
    }

    /** @param question what the user asked, null where nothing */
    public Diagnosis diagnose(IncidentFrame frame, @Nullable RedactedText question, long latencyMs) {
        throw new IllegalStateException("owned by the diagnosis work: " + rules);
    }
}
