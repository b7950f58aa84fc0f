package io.troubleshooter.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules' texts, which nothing needs before a rule has matched. */
final class PackTexts {

    private static final String RESOURCE = "rule-texts.bin";

    private volatile byte @Nullable [] read;

    CompiledRule.Texts at(int offset) {
        return new Place(this, offset);
    }

    /** A class and no lambda: the first lambda of a JVM costs milliseconds. */
    private record Place(PackTexts pack, int offset) implements CompiledRule.Texts {
        @Override
        public Rule rule(CompiledRule compiled) {
            return pack.read(compiled, offset);
        }
    }

    private Rule read(CompiledRule rule, int offset) {
        PackCursor in = new PackCursor(bytes(), offset);
        String title = in.string();
        String explanation = in.string();
        List<String> causes = in.list();
        List<Rule.RuleFix> fixes = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            fixes.add(new Rule.RuleFix(in.string(), in.optional(), in.string(), in.string()));
        }
        List<Rule.RuleCheck> checks = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            checks.add(new Rule.RuleCheck(in.string(), in.optional(), in.string(), in.optional()));
        }
        return new Rule(
                rule.id,
                rule.kind,
                title,
                rule.weight,
                matches(rule),
                sources(rule.unless),
                rule.conditions,
                rule.explains,
                explanation,
                causes,
                fixes,
                checks,
                in.list());
    }

    private static List<Rule.Match> matches(CompiledRule rule) {
        List<Rule.Match> matches = new ArrayList<>();
        for (CompiledMatch match : rule.matches) {
            matches.add(new Rule.Match(
                    LiteralTable.texts(match.any),
                    LiteralTable.texts(match.all),
                    match.pattern == null ? null : match.pattern.source(),
                    match.levels,
                    Set.copyOf(match.formats)));
        }
        return matches;
    }

    private static List<String> sources(RulePattern[] patterns) {
        List<String> sources = new ArrayList<>();
        for (RulePattern pattern : patterns) {
            sources.add(pattern.source());
        }
        return sources;
    }

    private byte[] bytes() {
        byte[] bytes = read;
        if (bytes == null) {
            bytes = BuiltInPack.read(RESOURCE);
            read = bytes;
        }
        return bytes;
    }
}
