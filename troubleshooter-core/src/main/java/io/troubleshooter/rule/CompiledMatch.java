package io.troubleshooter.rule;

import io.troubleshooter.record.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One alternative of a rule, literals in folded bytes. */
record CompiledMatch(byte[][] any, byte[][] all, @Nullable RulePattern pattern, int levels, List<String> formats) {

    boolean allows(Level level, String format) {
        return (levels == 0 || (levels & 1 << level.ordinal()) != 0) && (formats.isEmpty() || formats.contains(format));
    }
}
