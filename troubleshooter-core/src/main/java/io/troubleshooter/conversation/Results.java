package io.troubleshooter.conversation;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.diagnosis.Runbook;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the diagnosis of a turn out of the offline one and merged hypotheses. */
final class Results {

    /** From here on a model's cause with standing citations makes an incident of what rules did not see. */
    private static final double POSSIBLE = 0.35;

    private static final int MAX_GAPS = 8;

    private Results() {}

    static Diagnosis merged(
            Diagnosis offline,
            List<Hypothesis> hypotheses,
            List<String> gaps,
            @Nullable Verdict claimed,
            Provenance producedBy,
            Usage usage) {
        Verdict verdict = verdict(offline, hypotheses, claimed);
        List<Hypothesis> shown = verdict == Verdict.NO_INCIDENT ? offline.hypotheses() : hypotheses;
        Set<String> allGaps = new LinkedHashSet<>(offline.gaps());
        allGaps.addAll(gaps);
        return new Diagnosis(
                verdict,
                summary(offline, shown, verdict),
                shown,
                shown.equals(offline.hypotheses()) ? offline.runbook() : Runbook.of(shown),
                offline.setAside(),
                allGaps.stream().limit(MAX_GAPS).toList(),
                producedBy,
                usage,
                offline.redaction(),
                offline.frame());
    }

    /** The same, after more was used. */
    static Diagnosis with(Diagnosis is, Usage usage) {
        return new Diagnosis(
                is.verdict(),
                is.summary(),
                is.hypotheses(),
                is.runbook(),
                is.setAside(),
                is.gaps(),
                is.producedBy(),
                usage,
                is.redaction(),
                is.frame());
    }

    /**
     * A model can add an incident that rules did not see, with citations that stand; it cannot talk away one that they
     * did: text in a log that says all is well would be enough for that.
     */
    private static Verdict verdict(Diagnosis offline, List<Hypothesis> hypotheses, @Nullable Verdict claimed) {
        if (offline.verdict() == Verdict.INCIDENT || claimed != Verdict.INCIDENT) {
            return offline.verdict();
        }
        boolean shown = hypotheses.stream()
                .anyMatch(each -> each.verified()
                        && each.confidence() >= POSSIBLE
                        && offline.hypotheses().stream()
                                .noneMatch(o -> o.cause().equals(each.cause())));
        return shown ? Verdict.INCIDENT : offline.verdict();
    }

    private static String summary(Diagnosis offline, List<Hypothesis> hypotheses, Verdict verdict) {
        boolean sameTop = offline.hypotheses().isEmpty()
                ? hypotheses.isEmpty()
                : !hypotheses.isEmpty()
                        && hypotheses
                                .get(0)
                                .title()
                                .equals(offline.hypotheses().get(0).title());
        if (sameTop && verdict == offline.verdict() || hypotheses.isEmpty()) {
            return offline.summary();
        }
        String title = hypotheses.get(0).title();
        String sentence = title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
        return verdict == Verdict.INSUFFICIENT_EVIDENCE
                ? "Something failed, but these lines do not say why: " + sentence
                : sentence;
    }
}
