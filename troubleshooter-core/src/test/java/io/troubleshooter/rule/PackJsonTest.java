package io.troubleshooter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.troubleshooter.error.TroubleshooterException;
import org.junit.jupiter.api.Test;

class PackJsonTest {

    private static final String GOOD =
            "[{\"id\":\"shop/frob\",\"kind\":\"cause\",\"title\":\"Frob\",\"weight\":0.9,\"match\":[{\"any\":[\"frobbed\"]}]}]";

    private static void fails(String json, String message) {
        assertThatExceptionOfType(TroubleshooterException.class)
                .isThrownBy(() -> RuleSet.empty().with(json))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(TroubleshooterException.Code.INVALID_CONFIGURATION));
    }

    @Test
    void aRuleOfTheUserIsInForceAndChangesTheVersion() {
        RuleSet rules = RuleSet.empty().with(GOOD);

        assertThat(rules.ids()).containsExactly("shop/frob");
        assertThat(rules.get("shop/frob").title()).isEqualTo("Frob");
        assertThat(rules.version()).isNotEqualTo(RuleSet.empty().version()).matches("[0-9a-f]{12}");
    }

    @Test
    void aRuleWithAKnownIdReplacesIt() {
        RuleSet rules = RuleSet.empty().with(GOOD).with(GOOD.replace("\"Frob\"", "\"Better\""));

        assertThat(rules.ids()).containsExactly("shop/frob");
        assertThat(rules.get("shop/frob").title()).isEqualTo("Better");
    }

    @Test
    void complaintsNameTheRuleAndWhatIsWrong() {
        fails("{", "no JSON");
        fails("{}", "must be an array");
        fails(GOOD.replace("shop/frob", "Frob"), "Rule Frob needs an id like area/name");
        fails(GOOD.replace("cause", "reason"), "Rule shop/frob has an unknown kind, 'reason'");
        fails(GOOD.replace("0.9", "9"), "weight from 0 to 1");
        fails(GOOD.replace("frobbed", "fro"), "shorter than four bytes");
        fails(GOOD.replace("\"any\":[\"frobbed\"]", "\"pattern\":\"x\""), "needs literals in each match");
        fails(GOOD.replace("[\"frobbed\"]", "[\"frobbed\"],\"pattern\":\"(\""), "no regex");
    }

    @Test
    void aRegexThatNeverEndsIsStoppedAndNotFound() {
        RuleSet rules =
                RuleSet.empty().with(GOOD.replace("[\"frobbed\"]", "[\"frobbed\"],\"pattern\":\"(a|aa|a?a)+$\""));
        RuleMatcher matcher = new RuleMatcher(rules, 3);
        matcher.accept(Records.at(1, "frobbed " + "a".repeat(3_000) + "b"), 0);

        assertThat(matcher.findings()).isEmpty();
    }
}
