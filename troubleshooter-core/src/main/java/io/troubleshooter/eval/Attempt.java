package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.talk.Statement;
import io.troubleshooter.tool.ToolAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst made of a case.
 *
 * @param diagnosis a confidence that is no number says that the analyst has none
 * @param statements of a model's answer; else empty
 * @param tools whose outputs are cited as {@code T1}, ...
 * @param latencyMs from the question to the whole answer
 * @param byModel what only models have; else null
 */
public record Attempt(
        Diagnosis diagnosis,
        List<Statement> statements,
        List<ToolAnswer> tools,
        double latencyMs,
        CaseScore.@Nullable ByModel byModel) {

    /** An answer that is a diagnosis and nothing else. */
    public static Attempt of(Diagnosis diagnosis, double latencyMs) {
        return new Attempt(diagnosis, List.of(), List.of(), latencyMs, null);
    }
}
