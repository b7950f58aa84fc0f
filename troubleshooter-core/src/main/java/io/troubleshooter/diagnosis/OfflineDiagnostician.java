package io.troubleshooter.diagnosis;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Provenance;
import io.troubleshooter.diagnosis.Diagnosis.SetAside;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.rule.Rule;
import io.troubleshooter.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Diagnoses by rules, their links and generic reasoning; needs no network. Thread-safe. */
public final class OfflineDiagnostician {

    private static final int MAX_HYPOTHESES = 6;
    private static final int MAX_GENERIC = 2;
    private static final double KNOWN = 0.6;

    /** What is left of the confidence in a cause of trouble that did not last. */
    private static final double OUTLASTED = 0.5;

    private final RuleSet rules;

    public OfflineDiagnostician(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * The diagnosis of a frame.
     *
     * @param question what the user asked, null where nothing
     * @param latencyMs how long reading took
     */
    public Diagnosis diagnose(IncidentFrame frame, @Nullable RedactedText question, long latencyMs) {
        Names names = new Names(frame);
        Setting setting = new Setting(frame, rules);
        Interest interest = new Interest(question);
        List<Candidate> alarming = alarming(frame, names, setting);
        boolean lasts = lasts(alarming, frame, interest);
        List<Ranking.Ranked> ranked = new Ranking(alarming, rules, interest).ranked();
        List<Hypothesis> hypotheses = hypotheses(ranked, frame, lasts ? 1 : OUTLASTED);
        Verdict verdict = lasts ? verdict(ranked) : Verdict.NO_INCIDENT;
        List<Candidate> order = ranked.stream().map(Ranking.Ranked::candidate).toList();
        return new Diagnosis(
                verdict,
                Summary.of(verdict, order, frame, setting),
                hypotheses,
                lasts ? Runbook.of(hypotheses) : List.of(),
                setAside(frame),
                Gaps.of(frame, names, order),
                new Provenance("offline", null, null, rules.version(), version()),
                Usage.offline(latencyMs),
                frame.redaction(),
                frame);
    }

    private List<Candidate> alarming(IncidentFrame frame, Names names, Setting setting) {
        Alarm alarm = new Alarm(setting);
        List<Candidate> alarming = new ArrayList<>();
        raised(new RuleCandidates(rules, names).of(frame), alarm, alarming);
        alarming.removeAll(SlowWork.thatNobodyFelt(alarming));
        if (alarming.stream().noneMatch(OfflineDiagnostician::tellsEnough)) {
            UnexplainedErrors.Coverage known = new KnownWords(rules, frame.findings());
            raised(new UnexplainedErrors(frame, known).candidates(), alarm, alarming);
            Candidate quiet = new QuietForerunner(frame, known).before(alarming);
            if (quiet != null) {
                alarming.add(quiet);
            }
        }
        return alarming;
    }

    /** What work outlasts is told, and raises no alarm unless it was asked about. */
    private static boolean lasts(List<Candidate> alarming, IncidentFrame frame, Interest interest) {
        boolean asked = alarming.stream().anyMatch(candidate -> interest.in(candidate) > 0);
        return asked || alarming.isEmpty() || !new Course(frame).outlasts(alarming);
    }

    private static void raised(List<Candidate> candidates, Alarm alarm, List<Candidate> alarming) {
        for (Candidate candidate : candidates) {
            if (alarm.isRaisedBy(candidate)) {
                alarming.add(candidate);
            }
        }
    }

    /** Next to a cause that is known, errors that are not would only distract. */
    private static boolean tellsEnough(Candidate candidate) {
        return candidate.isCause() && !candidate.isGeneric() && candidate.weight() >= KNOWN;
    }

    /** An incident has a cause to name; where only consequences show, or an error without any reason, there is none. */
    private static Verdict verdict(List<Ranking.Ranked> ranked) {
        if (ranked.isEmpty()) {
            return Verdict.NO_INCIDENT;
        }
        return ranked.get(0).candidate().isCause() ? Verdict.INCIDENT : Verdict.INSUFFICIENT_EVIDENCE;
    }

    private List<Hypothesis> hypotheses(List<Ranking.Ranked> ranked, IncidentFrame frame, double trust) {
        CitationVerifier verifier = new CitationVerifier(frame);
        List<Ranking.Ranked> shown = shown(ranked);
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Hypothesis hypothesis = hypothesis(i + 1, shown.get(i), shown, trust);
            Rule rule = rules.get(hypothesis.cause());
            hypotheses.add(verifier.verify(hypothesis, rule == null ? "" : rule.title()));
        }
        return List.copyOf(hypotheses);
    }

    /** The first few; of those that only repeat what a message says, no more than help to start looking. */
    private static List<Ranking.Ranked> shown(List<Ranking.Ranked> ranked) {
        List<Ranking.Ranked> shown = new ArrayList<>();
        int generic = 0;
        for (Ranking.Ranked next : ranked) {
            generic += next.candidate().isGeneric() ? 1 : 0;
            boolean tellsMore = !next.candidate().isGeneric() || generic <= MAX_GENERIC;
            boolean wrapsKnown =
                    next.candidate().isGeneric() && !next.candidate().isCause() && !shown.isEmpty();
            if (tellsMore && !wrapsKnown && shown.size() < MAX_HYPOTHESES) {
                shown.add(next);
            }
        }
        return shown;
    }

    private static Hypothesis hypothesis(int rank, Ranking.Ranked ranked, List<Ranking.Ranked> shown, double trust) {
        Candidate candidate = ranked.candidate();
        return new Hypothesis(
                rank,
                candidate.cause(),
                candidate.title(),
                candidate.explanation(),
                Math.round(ranked.score() * trust * 100) / 100.0,
                false,
                Citations.of(candidate.evidence(), candidate.count()),
                candidate.fixes(),
                candidate.checks(),
                explained(ranked, shown),
                followsFrom(ranked, shown));
    }

    private static List<Integer> explained(Ranking.Ranked cause, List<Ranking.Ranked> shown) {
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).causes().contains(cause.place())) {
                ranks.add(i + 1);
            }
        }
        return ranks;
    }

    private static int followsFrom(Ranking.Ranked effect, List<Ranking.Ranked> shown) {
        for (int i = 0; i < shown.size(); i++) {
            if (effect.causes().contains(shown.get(i).place())) {
                return i + 1;
            }
        }
        return 0;
    }

    private List<SetAside> setAside(IncidentFrame frame) {
        List<SetAside> aside = new ArrayList<>();
        for (Finding finding : frame.findings()) {
            Rule rule = rules.get(finding.rule());
            if (rule != null
                    && rule.kind() == Rule.Kind.NOISE
                    && !finding.exemplars().isEmpty()) {
                Diagnosis.Citation quote = Citations.of(finding.exemplars().get(0), finding.count());
                aside.add(new SetAside(quote.lines(), quote.quote(), finding.count(), rule.title()));
            }
        }
        return List.copyOf(aside);
    }

    private static String version() {
        String version = OfflineDiagnostician.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
