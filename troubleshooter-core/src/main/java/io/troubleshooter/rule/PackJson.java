package io.troubleshooter.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.record.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a user's pack. Every complaint names the rule and says what is expected. */
final class PackJson {

    private String where = "The pack";

    List<CompiledRule> read(String json) {
        JsonNode pack;
        try {
            pack = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException malformed) {
            throw wrong("is no JSON, line " + malformed.getLocation().getLineNr());
        }
        require(pack != null && pack.isArray(), "must be an array of rules");
        List<CompiledRule> rules = new ArrayList<>();
        for (int i = 0; i < pack.size(); i++) {
            where = "Rule " + (i + 1) + " of the pack";
            rules.add(compile(rule(pack.get(i))));
        }
        return rules;
    }

    private Rule rule(JsonNode node) {
        String id = text(node, "id");
        where = "Rule " + id;
        require(id.matches("[a-z0-9-]{1,60}/[a-z0-9-]{1,80}"), "needs an id like area/name, in small letters");
        double weight = node.path("weight").asDouble(0.7);
        require(weight >= 0 && weight <= 1, "needs a weight from 0 to 1");
        return new Rule(
                id,
                oneOf(Rule.Kind.class, text(node, "kind"), "kind"),
                text(node, "title"),
                weight,
                matches(node.path("match")),
                strings(node, "unless"),
                conditions(node.path("conditions")),
                strings(node, "explains"),
                node.path("explanation").asText(""),
                strings(node, "causes"),
                fixes(node.path("fixes")),
                checks(node.path("checks")),
                strings(node, "references"));
    }

    private List<Rule.Match> matches(JsonNode list) {
        require(list.isArray() && !list.isEmpty(), "needs 'match', a list of alternatives");
        List<Rule.Match> matches = new ArrayList<>();
        for (JsonNode node : list) {
            Rule.Match match = new Rule.Match(
                    strings(node, "any"),
                    strings(node, "all"),
                    optional(node, "pattern"),
                    levels(node),
                    Set.copyOf(strings(node, "formats")));
            require(match.any().size() + match.all().size() > 0, "needs literals in each match, under any or all");
            match.any().forEach(this::requireLiteral);
            match.all().forEach(this::requireLiteral);
            matches.add(match);
        }
        return matches;
    }

    private void requireLiteral(String literal) {
        require(
                literal.getBytes(StandardCharsets.UTF_8).length >= LiteralTable.GRAM,
                "has the literal '" + literal + "', which is shorter than four bytes");
    }

    private Set<Level> levels(JsonNode match) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (String name : strings(match, "levels")) {
            levels.add(oneOf(Level.class, name, "level"));
        }
        return levels;
    }

    private Rule.Conditions conditions(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Rule.Conditions.NONE;
        }
        int minCount = node.path("minCount").asInt(1);
        require(minCount >= 1 && minCount <= 1_000, "needs a minCount from 1 to 1000");
        return new Rule.Conditions(
                minCount,
                duration(optional(node, "within")),
                strings(node, "present"),
                strings(node, "absent"),
                strings(node, "after"));
    }

    private @Nullable Duration duration(@Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException malformed) {
            throw wrong("needs 'within' as an ISO duration such as PT5M");
        }
    }

    private List<Rule.RuleFix> fixes(JsonNode list) {
        List<Rule.RuleFix> fixes = new ArrayList<>();
        for (JsonNode fix : list) {
            String risk = fix.path("risk").asText("medium");
            require(Set.of("low", "medium", "high").contains(risk), "has a fix whose risk is not low, medium or high");
            fixes.add(new Rule.RuleFix(
                    text(fix, "action"),
                    optional(fix, "command"),
                    risk,
                    fix.path("rollback").asText("")));
        }
        return fixes;
    }

    private List<Rule.RuleCheck> checks(JsonNode list) {
        List<Rule.RuleCheck> checks = new ArrayList<>();
        for (JsonNode check : list) {
            checks.add(new Rule.RuleCheck(
                    text(check, "check"),
                    optional(check, "command"),
                    check.path("expect").asText(""),
                    optional(check, "then")));
        }
        return checks;
    }

    private CompiledRule compile(Rule rule) {
        CompiledMatch[] matches = new CompiledMatch[rule.match().size()];
        for (int i = 0; i < matches.length; i++) {
            matches[i] = compile(rule.match().get(i));
        }
        RulePattern[] unless = new RulePattern[rule.unless().size()];
        for (int i = 0; i < unless.length; i++) {
            unless[i] = pattern(rule.unless().get(i));
        }
        return new CompiledRule(
                rule.id(),
                rule.kind(),
                rule.weight(),
                matches,
                unless,
                rule.conditions(),
                rule.explains(),
                compiled -> rule);
    }

    private CompiledMatch compile(Rule.Match match) {
        String pattern = match.pattern();
        return new CompiledMatch(
                folded(match.any()),
                folded(match.all()),
                pattern == null ? null : pattern(pattern),
                match.levels(),
                List.copyOf(match.formats()));
    }

    private RulePattern pattern(String source) {
        RulePattern pattern = new RulePattern(source, false);
        try {
            pattern.compile();
        } catch (PatternSyntaxException malformed) {
            throw wrong("has a pattern that is no regex: " + malformed.getDescription());
        }
        return pattern;
    }

    private static byte[][] folded(List<String> literals) {
        byte[][] folded = new byte[literals.size()][];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = LiteralTable.folded(literals.get(i));
        }
        return folded;
    }

    private String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        require(value.isTextual() && !value.asText().isBlank(), "needs '" + field + "', a text");
        return value.asText();
    }

    private static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private List<String> strings(JsonNode node, String field) {
        JsonNode list = node.path(field);
        require(list.isMissingNode() || list.isNull() || list.isArray(), "needs '" + field + "' as a list");
        List<String> strings = new ArrayList<>();
        list.forEach(entry -> strings.add(entry.asText()));
        return strings;
    }

    private <E extends Enum<E>> E oneOf(Class<E> type, String name, String what) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name.toUpperCase(Locale.ROOT))) {
                return value;
            }
        }
        throw wrong("has an unknown " + what + ", '" + name + "'");
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw wrong(what);
        }
    }

    private TroubleshooterException wrong(String what) {
        return new TroubleshooterException(
                Code.INVALID_CONFIGURATION, where + " " + what, "Correct the pack and load it again.");
    }
}
