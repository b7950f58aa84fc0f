package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a name in a rule's text stands for: what the rule captured, else the thing of that kind that the input is about. */
final class Names {

    /** How many times as often as the next one a thing has to be named to be the one meant. */
    private static final int CLEARLY = 3;

    private final IncidentFrame frame;

    Names(IncidentFrame frame) {
        this.frame = frame;
    }

    TextFiller filler(Map<String, RedactedText> captures) {
        return new TextFiller(name -> {
            RedactedText captured = captures.get(name);
            return captured == null ? theOne(name) : captured.toString();
        });
    }

    /** The only, or by far the most frequent, thing of a kind. */
    @Nullable
    String theOne(String kind) {
        IncidentFrame.Entity best = null;
        long next = 0;
        for (IncidentFrame.Entity entity : frame.entities()) {
            if (!entity.kind().equals(kind)) {
                continue;
            }
            if (best == null || entity.count() > best.count()) {
                next = best == null ? 0 : best.count();
                best = entity;
            } else {
                next = Math.max(next, entity.count());
            }
        }
        return best == null || best.count() < CLEARLY * next
                ? null
                : best.value().toString();
    }
}
