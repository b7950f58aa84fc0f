package io.troubleshooter.diagnosis;

import io.troubleshooter.record.Exemplar;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.rule.RuleMatcher;
import io.troubleshooter.rule.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells whether the findings already speak of an exemplar: they share lines, or one of their rules knows its words. */
final class KnownWords implements UnexplainedErrors.Coverage {

    private final RuleSet rules;
    private final List<Finding> findings;
    private final Set<String> present = new HashSet<>();

    KnownWords(RuleSet rules, List<Finding> findings) {
        this.rules = rules;
        this.findings = findings;
        for (Finding finding : findings) {
            present.add(finding.rule());
        }
    }

    @Override
    public boolean covers(Exemplar exemplar) {
        for (Finding finding : findings) {
            for (Exemplar kept : finding.exemplars()) {
                if (kept.lines().overlaps(exemplar.lines())) {
                    return true;
                }
            }
        }
        return !findings.isEmpty() && knows(exemplar);
    }

    private boolean knows(Exemplar exemplar) {
        RuleMatcher matcher = new RuleMatcher(rules, 1);
        if (matcher.accept(record(exemplar), 0)) {
            return true;
        }
        for (Finding finding : matcher.findings()) {
            if (present.contains(finding.rule())) {
                return true;
            }
        }
        return false;
    }

    private static LogRecord record(Exemplar exemplar) {
        List<RedactedText> lines = new ArrayList<>();
        RedactedText text = exemplar.text();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.byteAt(i) == '\n') {
                lines.add(text.slice(start, i));
                start = i + 1;
            }
        }
        return new LogRecord(
                exemplar.lines(),
                null,
                "plain",
                exemplar.time(),
                exemplar.level(),
                null,
                lines.get(0),
                lines.subList(1, lines.size()),
                Map.of(),
                null);
    }
}
