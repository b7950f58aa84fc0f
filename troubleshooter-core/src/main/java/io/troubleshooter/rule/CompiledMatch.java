package io.troubleshooter.rule;

import io.troubleshooter.record.Level;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One alternative of a rule, literals in folded bytes. */
final class CompiledMatch {

    final byte[][] any;
    final byte[][] all;
    final @Nullable RulePattern pattern;
    final Set<Level> levels;
    final List<String> formats;

    CompiledMatch(byte[][] any, byte[][] all, @Nullable RulePattern pattern, Set<Level> levels, List<String> formats) {
        this.any = any;
        this.all = all;
        this.pattern = pattern;
        this.levels = levels;
        this.formats = formats;
    }

    boolean allows(Level level, String format) {
        return (levels.isEmpty() || levels.contains(level)) && (formats.isEmpty() || formats.contains(format));
    }
}
