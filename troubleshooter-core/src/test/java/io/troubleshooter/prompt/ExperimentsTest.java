package io.troubleshooter.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.troubleshooter.error.TroubleshooterException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentsTest {

    private static final Prompts PROMPTS =
            new Prompts(Map.of("explain", versions("explain"), "triage", versions("triage")));

    private static List<Prompt> versions(String id) {
        return IntStream.rangeClosed(1, 3).mapToObj(v -> version(id, v)).toList();
    }

    private static Prompt version(String id, int version) {
        return new Prompt(id, version, "note", 100, 0, "0123456789ab", new Instruction("text " + version));
    }

    @Test
    void withoutAnExperimentEverybodyGetsTheNewest() {
        assertThat(Experiments.NONE.choose(PROMPTS, "explain", "s").version()).isEqualTo(3);
        assertThat(Experiments.parse("{\"triage\":{\"1\":1}}", PROMPTS)
                        .choose(PROMPTS, "explain", "s")
                        .version())
                .isEqualTo(3);
    }

    @Test
    void aSubjectKeepsItsVersion() {
        Experiments experiments = Experiments.parse("{\"explain\":{\"1\":1,\"3\":1}}", PROMPTS);
        for (int i = 0; i < 100; i++) {
            String subject = "session-" + i;
            assertThat(experiments.choose(PROMPTS, "explain", subject))
                    .isEqualTo(experiments.choose(PROMPTS, "explain", subject));
        }
    }

    @Test
    void versionsAreDrawnByWeight() {
        Experiments experiments = Experiments.parse("{\"explain\":{\"1\":10,\"2\":0,\"3\":90}}", PROMPTS);
        int[] drawn = new int[4];
        for (int i = 0; i < 20_000; i++) {
            drawn[experiments.choose(PROMPTS, "explain", "session-" + i).version()]++;
        }
        assertThat(drawn[2]).isZero();
        assertThat(drawn[1] / 20_000.0).isCloseTo(0.1, within(0.01));
        assertThat(drawn[3] / 20_000.0).isCloseTo(0.9, within(0.01));
    }

    @Test
    void experimentsOnTwoPromptsAreIndependent() {
        Experiments both = Experiments.parse("{\"explain\":{\"1\":1,\"2\":1},\"triage\":{\"1\":1,\"2\":1}}", PROMPTS);
        long same = IntStream.range(0, 10_000)
                .mapToObj(i -> "session-" + i)
                .filter(s -> both.choose(PROMPTS, "explain", s).version()
                        == both.choose(PROMPTS, "triage", s).version())
                .count();
        assertThat(same / 10_000.0).isCloseTo(0.5, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"explain\":",
                "{\"explain\":3}",
                "{\"explain\":{}}",
                "{\"explain\":{\"1\":0}}",
                "{\"explain\":{\"1\":-1}}",
                "{\"explain\":{\"1\":1.5}}",
                "{\"explain\":{\"1\":\"9\"}}",
                "{\"explain\":{\"one\":1}}",
                "{\"explain\":{\"9\":1}}",
                "{\"unknown\":{\"1\":1}}"
            })
    void wrongExperimentsGetAClearError(String json) {
        assertThatThrownBy(() -> Experiments.parse(json, PROMPTS)).isInstanceOf(TroubleshooterException.class);
    }
}
