package io.troubleshooter.cli;

import io.troubleshooter.rule.Rule;
import io.troubleshooter.rule.RuleSet;
import java.io.IOException;
import java.util.List;

/** {@code tst explain database/disk-full}: what a rule knows, without a log. */
final class ExplainCommand {

    private ExplainCommand() {}

    static int run(Output out, Settings settings, List<String> operands) throws IOException {
        if (operands.size() != 1) {
            throw new UsageException("tst explain takes one rule", "For example: tst explain jvm/heap-exhausted");
        }
        String pack = settings.value(Option.RULES);
        RuleSet rules = pack.isEmpty() ? RuleSet.builtIn() : RulePack.read(pack);
        Rule rule = rules.get(operands.get(0));
        if (rule == null) {
            throw new UsageException(
                    "there is no rule " + operands.get(0), "A rule's id stands in each report beside its confidence.");
        }
        out.print(text(rule));
        return Cli.DONE;
    }

    private static String text(Rule rule) {
        StringBuilder out = new StringBuilder(rule.id() + "  " + rule.title() + "\n\n" + rule.explanation() + "\n");
        list(out, "Usual causes", rule.causes());
        list(out, "Explains", rule.explains());
        out.append(rule.fixes().isEmpty() ? "" : "\nFixes\n");
        for (Rule.RuleFix fix : rule.fixes()) {
            out.append("  - ")
                    .append(fix.action())
                    .append(" (risk ")
                    .append(fix.risk())
                    .append(")\n");
            command(out, fix.command());
            out.append("      undo: ").append(fix.rollback()).append('\n');
        }
        out.append(rule.checks().isEmpty() ? "" : "\nChecks\n");
        for (Rule.RuleCheck check : rule.checks()) {
            out.append("  - ").append(check.check()).append('\n');
            command(out, check.command());
            out.append("      expect: ").append(check.expect()).append('\n');
        }
        list(out, "References", rule.references());
        return out.toString();
    }

    private static void list(StringBuilder out, String heading, List<String> items) {
        if (!items.isEmpty()) {
            out.append('\n').append(heading).append('\n');
            items.forEach(item -> out.append("  - ").append(item).append('\n'));
        }
    }

    private static void command(StringBuilder out, @org.jspecify.annotations.Nullable String command) {
        if (command != null) {
            out.append("      ").append(command).append('\n');
        }
    }
}
