package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.rule.Rule;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Makes candidates of the findings, their texts filled in. */
final class RuleCandidates {

    private final RuleSet rules;
    private final Names names;

    RuleCandidates(RuleSet rules, Names names) {
        this.rules = rules;
        this.names = names;
    }

    List<Candidate> of(IncidentFrame frame) {
        List<Candidate> candidates = new ArrayList<>();
        for (Finding finding : frame.findings()) {
            Rule rule = rules.get(finding.rule());
            if (rule != null && rule.kind() != Rule.Kind.NOISE) {
                candidates.add(candidate(finding, rule));
            }
        }
        return candidates;
    }

    private Candidate candidate(Finding finding, Rule rule) {
        TextFiller filler = names.filler(finding.captures());
        return new Candidate(
                rule.id(),
                rule.kind(),
                rule.weight(),
                rule.explains(),
                finding.count(),
                finding.level(),
                finding.first(),
                finding.last(),
                finding.firstTime(),
                finding.lastTime(),
                finding.exemplars(),
                title(finding, rule, filler),
                explanation(rule, filler),
                fixes(rule, filler),
                checks(rule, filler));
    }

    /** Where a rule knows the reason alone, the message's own words say what it was about. */
    private static String title(Finding finding, Rule rule, TextFiller filler) {
        if (!rule.id().startsWith(Candidate.GENERIC) || finding.exemplars().isEmpty()) {
            return filler.title(rule.title());
        }
        Diagnosis.Citation quote = Citations.of(finding.exemplars().get(0), 1);
        Span words = quote.highlight();
        String line = quote.quote().toString();
        String telling = words == null
                ? line
                : quote.quote().slice(words.start(), words.end()).toString();
        return MessageParts.around(line, telling).title();
    }

    private static String explanation(Rule rule, TextFiller filler) {
        String explanation = filler.prose(rule.explanation());
        return rule.id().startsWith(Candidate.GENERIC) ? rule.title() + ". " + explanation : explanation;
    }

    private static List<Diagnosis.Fix> fixes(Rule rule, TextFiller filler) {
        List<Diagnosis.Fix> fixes = new ArrayList<>();
        for (Rule.RuleFix fix : rule.fixes()) {
            fixes.add(new Diagnosis.Fix(
                    filler.proseOrCommand(fix.action()),
                    filler.command(fix.command()),
                    fix.risk(),
                    filler.proseOrCommand(fix.rollback())));
        }
        return List.copyOf(fixes);
    }

    private static List<Diagnosis.Check> checks(Rule rule, TextFiller filler) {
        List<Diagnosis.Check> checks = new ArrayList<>();
        for (Rule.RuleCheck check : rule.checks()) {
            String then = check.then();
            checks.add(new Diagnosis.Check(
                    filler.prose(check.check()),
                    filler.command(check.command()),
                    filler.prose(check.expect()),
                    then == null ? null : filler.proseOrCommand(then)));
        }
        return List.copyOf(checks);
    }
}
