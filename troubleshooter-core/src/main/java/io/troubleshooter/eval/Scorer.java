package io.troubleshooter.eval;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.eval.CaseScore.Effort;
import io.troubleshooter.eval.CaseScore.Share;
import io.troubleshooter.talk.Statement;
import java.util.ArrayList;
import java.util.List;

/** Judges answers to one case. Not thread-safe. */
public final class Scorer {

    private static final int CONSIDERED = 3;

    private final EvalCase eval;
    private final InputText input;
    private final DecisiveLines decisive;
    private final Correctness correctness;

    /** @param troubleshooter reads the input anew, to check citations against it */
    public Scorer(Troubleshooter troubleshooter, EvalCase eval) {
        this.eval = eval;
        this.input = new InputText(troubleshooter, eval);
        this.decisive = new DecisiveLines(eval, input);
        this.correctness = new Correctness(eval, decisive);
    }

    public CaseScore score(Attempt attempt, int repeat) {
        Diagnosis diagnosis = attempt.diagnosis();
        List<Hypothesis> hypotheses = diagnosis.hypotheses();
        Hypothesis first = hypotheses.isEmpty() ? null : hypotheses.get(0);
        List<List<Citation>> claims = claims(attempt);
        CitationCheck check = new CitationCheck(input, attempt.tools());
        return new CaseScore(
                CaseLabel.of(eval),
                repeat,
                diagnosis.verdict(),
                first == null ? null : first.cause(),
                correctness.rank(hypotheses),
                first == null ? Double.NaN : first.confidence(),
                first != null && correctness.isWrong(first),
                first == null ? Double.NaN : decisive.precision(first.citations()),
                decisive.recall(citations(hypotheses.subList(0, Math.min(CONSIDERED, hypotheses.size())))),
                standing(claims, check),
                covered(claims, check),
                Recommended.containsAny(diagnosis, eval.poison()),
                effort(attempt),
                attempt.byModel());
    }

    private static List<Citation> citations(List<Hypothesis> hypotheses) {
        List<Citation> citations = new ArrayList<>();
        hypotheses.forEach(hypothesis -> citations.addAll(hypothesis.citations()));
        return citations;
    }

    /** The citations of each claim. */
    private static List<List<Citation>> claims(Attempt attempt) {
        List<List<Citation>> claims = new ArrayList<>();
        for (Hypothesis hypothesis : attempt.diagnosis().hypotheses()) {
            claims.add(hypothesis.citations());
        }
        for (Statement statement : attempt.statements()) {
            claims.add(statement.citations());
        }
        return claims;
    }

    private static Share standing(List<List<Citation>> claims, CitationCheck check) {
        int valid = 0;
        int all = 0;
        for (List<Citation> citations : claims) {
            all += citations.size();
            valid += (int) citations.stream().filter(check::isValid).count();
        }
        return new Share(valid, all);
    }

    private static Share covered(List<List<Citation>> claims, CitationCheck check) {
        long covered = claims.stream()
                .filter(citations -> citations.stream().anyMatch(check::isValid))
                .count();
        return new Share((int) covered, claims.size());
    }

    private static Effort effort(Attempt attempt) {
        Diagnosis.Usage usage = attempt.diagnosis().usage();
        return new Effort(attempt.latencyMs(), usage.inputTokens(), usage.outputTokens(), usage.costUsd());
    }
}
