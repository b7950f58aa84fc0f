package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis.Check;
import io.troubleshooter.diagnosis.Diagnosis.Citation;
import io.troubleshooter.diagnosis.Diagnosis.Fix;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hypothesis while several opinions of it are merged: it has no rank yet. */
final class Draft {

    private static final int MAX_CITATIONS = 5;
    private static final int MAX_ADVICE = 5;

    final String cause;
    final boolean byRules;
    String title;
    String explanation;
    double confidence;
    boolean verified;
    List<Citation> citations;
    List<Fix> fixes;
    List<Check> checks;

    @Nullable
    Draft reason;

    private Draft(Hypothesis from, boolean byRules) {
        this.cause = from.cause();
        this.byRules = byRules;
        this.title = from.title();
        this.explanation = from.explanation();
        this.confidence = from.confidence();
        this.verified = from.verified();
        this.citations = from.citations();
        this.fixes = from.fixes();
        this.checks = from.nextChecks();
    }

    static Draft of(Hypothesis hypothesis, boolean byRules) {
        return new Draft(hypothesis, byRules);
    }

    /** A checked claim of a model. */
    static Draft of(ClaimCheck.Result<Claim.Cause> result, double floor) {
        Claim.Cause claim = result.claim();
        double confidence = Math.max(
                floor, Confidence.ofClaim(claim.confidence(), result.standing().size()));
        return new Draft(
                new Hypothesis(
                        1,
                        claim.cause(),
                        claim.title(),
                        claim.explanation(),
                        confidence,
                        !result.standing().isEmpty(),
                        result.standing(),
                        claim.fixes(),
                        claim.checks(),
                        List.of(),
                        0),
                false);
    }

    /** Joins what a model says of the same cause; rules' words and advice come first. */
    void confirm(ClaimCheck.Result<Claim.Cause> result) {
        Claim.Cause claim = result.claim();
        confidence = Confidence.confirmed(confidence, claim.confidence());
        citations = joined(citations, result.standing());
        Map<String, Fix> allFixes = new LinkedHashMap<>();
        fixes.forEach(fix -> allFixes.put(fix.action(), fix));
        claim.fixes().forEach(fix -> allFixes.putIfAbsent(fix.action(), fix));
        fixes = allFixes.values().stream().limit(MAX_ADVICE).toList();
        Map<String, Check> allChecks = new LinkedHashMap<>();
        checks.forEach(check -> allChecks.put(check.check(), check));
        claim.checks().forEach(check -> allChecks.putIfAbsent(check.check(), check));
        checks = allChecks.values().stream().limit(MAX_ADVICE).toList();
        verified = true;
    }

    /** Takes over the model's words for the same cause. */
    void reword(ClaimCheck.Result<Claim.Cause> result) {
        title = result.claim().title();
        explanation = result.claim().explanation();
        citations = joined(result.standing(), citations);
    }

    private static List<Citation> joined(List<Citation> first, List<Citation> then) {
        List<Citation> joined = new ArrayList<>(first);
        for (Citation citation : then) {
            if (joined.size() < MAX_CITATIONS
                    && joined.stream().noneMatch(known -> known.lines().equals(citation.lines()))) {
                joined.add(citation);
            }
        }
        return List.copyOf(joined);
    }

    Hypothesis at(int rank, List<Integer> explains, int followsFrom) {
        return new Hypothesis(
                rank,
                cause,
                title,
                explanation,
                Math.round(confidence * 100) / 100.0,
                verified,
                citations,
                fixes,
                checks,
                explains,
                followsFrom);
    }
}
