package io.troubleshooter.rule;

import java.util.List;

/** What matching needs of a rule. Its texts are read only once it has matched. */
final class CompiledRule {

    final String id;
    final Rule.Kind kind;
    final double weight;
    final CompiledMatch[] matches;
    final RulePattern[] unless;
    final Rule.Conditions conditions;
    final List<String> explains;
    private final Texts texts;

    CompiledRule(
            String id,
            Rule.Kind kind,
            double weight,
            CompiledMatch[] matches,
            RulePattern[] unless,
            Rule.Conditions conditions,
            List<String> explains,
            Texts texts) {
        this.id = id;
        this.kind = kind;
        this.weight = weight;
        this.matches = matches;
        this.unless = unless;
        this.conditions = conditions;
        this.explains = explains;
        this.texts = texts;
    }

    Rule rule() {
        return texts.rule(this);
    }

    /** Where the texts come from. */
    interface Texts {
        Rule rule(CompiledRule compiled);
    }
}
