package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the last turn's hypotheses where only rules speak: more evidence can add some, and outweigh others. */
final class Changes {

    private Changes() {}

    static List<Change> between(@Nullable Diagnosis last, Diagnosis now) {
        if (last == null) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (Hypothesis each : now.hypotheses()) {
            if (!has(last, each.cause())) {
                changes.add(change(Change.Kind.NEW, each, "The evidence now shows it."));
            }
        }
        for (Hypothesis each : last.hypotheses()) {
            if (!has(now, each.cause())) {
                changes.add(change(Change.Kind.RETRACTED, each, "The rules do not find it in all of the evidence."));
            }
        }
        return List.copyOf(changes);
    }

    private static Change change(Change.Kind kind, Hypothesis hypothesis, String why) {
        return new Change(kind, hypothesis.cause(), hypothesis.title(), why);
    }

    private static boolean has(Diagnosis diagnosis, String cause) {
        return diagnosis.hypotheses().stream().anyMatch(each -> each.cause().equals(cause));
    }
}
