package io.troubleshooter;

import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.frame.FrameLimits;
import io.troubleshooter.input.InputLimits;
import io.troubleshooter.record.RecordOptions;
import io.troubleshooter.redact.RedactionPolicy;
import io.troubleshooter.rule.RuleSet;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Troubleshooter} was built with.
 *
 * @param evidence how much of the lines is kept; null for nothing
 */
record Settings(
        Clock clock,
        ZoneId zone,
        FrameLimits frameLimits,
        InputLimits inputLimits,
        RedactionPolicy redaction,
        RuleSet rules,
        Executor executor,
        int parallelism,
        @Nullable EvidenceLimits evidence) {

    private static final int RECORD_LINES = 2_000;

    /** The same, keeping the lines as evidence. */
    Settings keepingEvidence() {
        EvidenceLimits limits = evidence == null ? EvidenceLimits.DEFAULT : evidence;
        return new Settings(clock, zone, frameLimits, inputLimits, redaction, rules, executor, parallelism, limits);
    }

    /** As frames show it. */
    String zoneName() {
        String id = zone.getId();
        return id.equals("Z") ? "UTC" : id;
    }

    RecordOptions recordOptions() {
        return new RecordOptions(clock, zone, RECORD_LINES, Math.max(frameLimits.recordBytes(), 1 << 18));
    }
}
