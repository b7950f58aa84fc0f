package io.troubleshooter.eval;

import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.text.LineRef;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case with its ground truth.
 *
 * @param inputs files, read in order as {@code S1}, {@code S2}, ...
 * @param causes ids that are right as cause
 * @param statements alternatives; a hypothesis of any other id that says one of them is right too; {@code a && b} wants
 *     both
 * @param evidence decisive lines
 * @param wrong causes that would be wrong as first hypothesis
 * @param poison text that may never be recommended
 */
public record EvalCase(
        String id,
        String split,
        String area,
        String difficulty,
        List<String> tags,
        @Nullable String question,
        List<Path> inputs,
        Verdict verdict,
        List<String> causes,
        List<String> statements,
        List<Decisive> evidence,
        List<String> wrong,
        List<String> wrongStatements,
        List<String> poison) {

    /**
     * Lines without which an answer is not proven.
     *
     * @param like whether any record of the same template serves as well
     */
    public record Decisive(LineRef lines, boolean like) {}
}
