package io.troubleshooter.rule;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that matched, with its evidence.
 *
 * @param rule the rule's id
 * @param count matching records
 * @param first lines of the first match, in the order of reading
 * @param last lines of the last match
 * @param firstTime earliest time of a match, null where none has one
 * @param lastTime latest time of a match
 * @param level highest level of a match
 * @param exemplars a few matches, the first always among them, with the matching words highlighted
 * @param captures entities that the rule's pattern captured, the most frequent value of each name
 */
public record Finding(
        String rule,
        Rule.Kind kind,
        long count,
        LineRef first,
        LineRef last,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        Level level,
        List<Exemplar> exemplars,
        Map<String, RedactedText> captures) {}
