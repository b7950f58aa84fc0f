package io.troubleshooter.diagnosis;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.rule.Finding;
import io.troubleshooter.rule.Rule;
import io.troubleshooter.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The advice of the built-in rules that were found: what is worded like it needs no other warrant. */
final class RuleTemplates {

    private final List<String> templates = new ArrayList<>();

    RuleTemplates(IncidentFrame frame) {
        if (frame.findings().isEmpty()) {
            return;
        }
        RuleSet rules = RuleSet.builtIn();
        for (Finding finding : frame.findings()) {
            Rule rule = rules.get(finding.rule());
            if (rule != null) {
                add(rule);
            }
        }
    }

    private void add(Rule rule) {
        for (Rule.RuleFix fix : rule.fixes()) {
            add(fix.action());
            add(fix.command());
            add(fix.rollback());
        }
        for (Rule.RuleCheck check : rule.checks()) {
            add(check.check());
            add(check.command());
            add(check.expect());
            add(check.then());
        }
    }

    private void add(@Nullable String template) {
        if (template != null && !template.isBlank()) {
            templates.add(template);
        }
    }

    /** The template that the advice fills; null where none does. */
    @Nullable
    String of(String advice) {
        for (String template : templates) {
            if (fits(advice, template)) {
                return template;
            }
        }
        return null;
    }

    /** Whether all of the template but its names stands in the advice, in order, from its beginning to its end. */
    private static boolean fits(String advice, String template) {
        String[] parts = template.split("\\{[a-zA-Z0-9]{1,40}\\}", -1);
        if (!advice.startsWith(parts[0]) || !advice.endsWith(parts[parts.length - 1])) {
            return false;
        }
        int at = 0;
        for (String part : parts) {
            int found = advice.indexOf(part, at);
            if (found < 0 || (at == 0 && found > 0)) {
                return false;
            }
            at = found + part.length();
        }
        return parts.length > 1 || at == advice.length();
    }
}
