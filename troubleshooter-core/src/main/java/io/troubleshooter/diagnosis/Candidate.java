package io.troubleshooter.diagnosis;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.rule.Rule;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hypothesis before it is ranked.
 *
 * @param weight how specific its mark is, 0 to 1
 * @param explains ids, or {@code area/*}, of what it typically causes
 */
record Candidate(
        String cause,
        Rule.Kind kind,
        double weight,
        List<String> explains,
        long count,
        Level level,
        LineRef first,
        LineRef last,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        List<Exemplar> evidence,
        String title,
        String explanation,
        List<Diagnosis.Fix> fixes,
        List<Diagnosis.Check> checks) {

    static final String GENERIC = "generic/";

    /** Whether it rests on the words of the message alone and on no knowledge of the software. */
    boolean isGeneric() {
        return cause.startsWith(GENERIC);
    }

    boolean isCause() {
        return kind == Rule.Kind.CAUSE;
    }

    boolean namesAsEffect(String id) {
        for (String effect : explains) {
            if (isOf(effect, id)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pattern, an id or {@code area/*}, means this id. */
    static boolean isOf(String pattern, String id) {
        boolean area = pattern.endsWith("/*") && id.startsWith(pattern.substring(0, pattern.length() - 1));
        return area || pattern.equals(id);
    }

    /** Whether it was seen before the other; by time where both have one, else by place where they share a source. */
    boolean isBefore(Candidate other) {
        if (firstTime != null && other.firstTime != null && !firstTime.equals(other.firstTime)) {
            return firstTime.isBefore(other.firstTime);
        }
        return first.source().equals(other.first.source()) && first.first() < other.first.first();
    }
}
