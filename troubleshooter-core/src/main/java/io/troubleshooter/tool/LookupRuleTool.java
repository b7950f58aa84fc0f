package io.troubleshooter.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.model.ToolSpec;
import io.troubleshooter.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what the library knows of a failure: what happens, why, what mends it, what settles it. */
final class LookupRuleTool implements Tool {

    private static final int MAX = 3;

    @Override
    public ToolSpec spec() {
        return StandardTools.spec("lookup_rule");
    }

    @Override
    public ToolOutput call(JsonNode arguments, ToolScene scene) {
        Look look = Look.of(arguments, scene);
        int max = look.arguments().number("max", MAX);
        List<Rule> rules = RuleLookup.find(scene.rules(), look.arguments().needed("rule"), max);
        LineList lines = new LineList(scene.evidence());
        rules.forEach(rule -> add(lines, rule));
        return lines.output(rules.isEmpty() ? "(no rule is about that; give other words)" : null);
    }

    private static void add(LineList lines, Rule rule) {
        lines.own("rule " + rule.id() + " (" + rule.kind() + "): " + rule.title());
        lines.own("what happens: " + rule.explanation());
        rule.causes().forEach(cause -> lines.own("usual cause: " + cause));
        rule.fixes()
                .forEach(fix -> lines.own("fix (risk " + fix.risk() + "): " + fix.action() + command(fix.command())
                        + "; undo: " + fix.rollback()));
        rule.checks()
                .forEach(check -> lines.own(
                        "check: " + check.check() + command(check.command()) + "; expect: " + check.expect()));
        if (!rule.explains().isEmpty()) {
            lines.own("it explains: " + String.join(", ", rule.explains()));
        }
    }

    private static String command(@Nullable String command) {
        return command == null ? "" : " [" + command + "]";
    }
}
