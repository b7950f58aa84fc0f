package io.troubleshooter;

import io.troubleshooter.frame.FrameLimits;
import io.troubleshooter.input.InputLimits;
import io.troubleshooter.record.RecordOptions;
import io.troubleshooter.redact.RedactionPolicy;
import io.troubleshooter.rule.RuleSet;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executor;

/** What a {@link Troubleshooter} was built with. */
record Settings(
        Clock clock,
        ZoneId zone,
        FrameLimits frameLimits,
        InputLimits inputLimits,
        RedactionPolicy redaction,
        RuleSet rules,
        Executor executor,
        int parallelism) {

    private static final int RECORD_LINES = 2_000;

    RecordOptions recordOptions() {
        return new RecordOptions(clock, zone, RECORD_LINES, Math.max(frameLimits.recordBytes(), 1 << 18));
    }
}
