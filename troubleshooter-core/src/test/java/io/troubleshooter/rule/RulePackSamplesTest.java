package io.troubleshooter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every built-in rule finds its own positive samples, with the entities they name, and none of its negative ones. */
class RulePackSamplesTest {

    private static final RuleSet ALL = RuleSet.builtIn();

    @Test
    void everyRuleOfThePacksIsInForce() throws IOException {
        assertThat(ALL.ids())
                .containsExactlyElementsOf(RulePacks.entries().stream()
                        .map(e -> e.get("id").asText())
                        .toList());
        assertThat(ALL.version()).matches("[0-9a-f]{12}");
    }

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        return RulePacks.entries().stream()
                .map(rule -> dynamicTest(rule.get("id").asText(), () -> checkSamples(rule)));
    }

    private static void checkSamples(JsonNode rule) {
        String id = rule.get("id").asText();
        JsonNode samples = rule.path("samples");
        assertThat(samples.path("positive")).as("positive samples").isNotEmpty();
        List<String> wrong = new ArrayList<>();
        for (JsonNode sample : samples.path("positive")) {
            String text = RulePacks.text(sample);
            Redactor redactor = Redactor.create();
            RedactedText redacted = redactor.redact(text.stripTrailing());
            Finding found = match(id, redacted);
            if (found == null) {
                wrong.add("not found in: " + redacted);
            } else {
                sample.path("captures")
                        .fields()
                        .forEachRemaining(c -> checkCapture(
                                c, found, redactor.redact(c.getValue().asText()), wrong));
            }
        }
        for (JsonNode sample : samples.path("negative")) {
            String text = RulePacks.text(sample);
            if (match(id, Redactor.create().redact(text.stripTrailing())) != null) {
                wrong.add("found in: " + text);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void checkCapture(
            Map.Entry<String, JsonNode> expected, Finding found, RedactedText value, List<String> wrong) {
        RedactedText captured = found.captures().get(expected.getKey());
        if (!value.equals(captured)) {
            wrong.add(expected.getKey() + " is " + captured + " and not " + value);
        }
    }

    private static List<String> formats(CompiledRule rule) {
        List<String> formats = new ArrayList<>(List.of("plain"));
        for (CompiledMatch match : rule.matches) {
            formats.addAll(match.formats);
        }
        return formats;
    }

    /** The rule alone, on the sample as one plain record of each level and format that the rule asks for. */
    private static Finding match(String id, RedactedText text) {
        RuleSet alone = ALL.only(id);
        Finding found = null;
        for (Level level : new Level[] {Level.ERROR, Level.UNKNOWN, Level.WARN, Level.INFO, Level.FATAL}) {
            for (String format : formats(alone.rule(0))) {
                RuleMatcher matcher = new RuleMatcher(alone, 3);
                LogRecord record = Records.record(1, null, level, text, Map.of());
                matcher.accept(Records.as(format, record), 0);
                found = found == null ? matcher.matched(id) : found;
            }
        }
        return found;
    }
}
