package io.troubleshooter.eval;

import static io.troubleshooter.eval.Scores.benign;
import static io.troubleshooter.eval.Scores.incident;
import static io.troubleshooter.eval.Scores.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final Function<String, Run> NO_BASELINE = name -> {
        throw new AssertionError("no baseline is asked for");
    };

    private static final Gate FLOORS = GateReader.read("""
            {"floors": [
              {"analyst": "offline", "split": "dev", "metric": "top-1", "min": 0.75},
              {"analyst": "offline", "split": "dev", "metric": "false-alarms", "max": 0},
              {"analyst": "model", "split": "all", "metric": "validity", "min": 1}
            ]}""");

    @Test
    void aRunAtItsFloorsPasses() {
        Run run = run(
                "offline", incident("a", 1), incident("b", 1), incident("c", 1), incident("d", 0), benign("e", false));

        assertThat(FLOORS.judge(run, NO_BASELINE).passed()).isTrue();
    }

    @Test
    void aFailureSaysWhichFloorAndByHowMuch() {
        Run run = run("offline", incident("a", 1), incident("b", 0), benign("e", true));

        assertThat(FLOORS.judge(run, NO_BASELINE).failures())
                .extracting(Gate.Check::message)
                .containsExactly(
                        "top-1 of offline on dev is 0.500 over 2 cases, has to be 0.750 or more: short by 0.250",
                        "false-alarms of offline on dev is 1.000 over 1 cases, may be 0.000 at most: over by 1.000");
    }

    @Test
    void whatWasNotMeasuredFails() {
        Run run = run("offline", incident("a", 1));

        assertThat(FLOORS.judge(run, NO_BASELINE).failures())
                .extracting(Gate.Check::message)
                .containsExactly("false-alarms of offline on dev was not measured: no case of that split applies");
    }

    @Test
    void aGateThatDemandsNothingOfTheAnalystFails() {
        assertThat(FLOORS.judge(run("first-error", incident("a", 1)), NO_BASELINE)
                        .passed())
                .isFalse();
    }

    @Test
    void aRegressionIsCountedOverCommonCases() {
        Gate gate = GateReader.read("""
                {"regressions": [{"analyst": "offline", "split": "all", "metric": "top-1", "allowed": 0.2}],
                 "baselines": {"offline": "base.json"}}""");
        Run base = run("offline", incident("a", 1), incident("b", 1), incident("c", 1), incident("d", 1));
        Run worse = run(
                "offline", incident("a", 1), incident("b", 1), incident("c", 1), incident("d", 2), incident("new", 1));

        Gate.Outcome outcome = gate.judge(worse, name -> base);

        assertThat(outcome.failures())
                .singleElement()
                .satisfies(check -> assertThat(check.message())
                        .isEqualTo(
                                "top-1 of offline on all is worse by 0.250 than in 20261121-100000-offline over 4 cases"
                                        + " (0 better, 1 worse), allowed is 0.200"));
        assertThat(gate.judge(base, name -> base).passed()).isTrue();
    }

    @Test
    void aRegressionWithoutABaselineFails() {
        Gate gate = GateReader.read("""
                {"regressions": [{"analyst": "offline", "split": "all", "metric": "top-1", "allowed": 0}]}""");

        assertThat(gate.judge(run("offline", incident("a", 1)), NO_BASELINE).passed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"floors\": [{\"analyst\": \"offline\", \"split\": \"dev\", \"metric\": \"top-9\", \"min\": 1}]}",
                "{\"floors\": [{\"analyst\": \"offline\", \"split\": \"prod\", \"metric\": \"top-1\", \"min\": 1}]}",
                "{\"floors\": [{\"analyst\": \"offline\", \"split\": \"dev\", \"metric\": \"top-1\"}]}",
                "{\"floors\": [{\"split\": \"dev\", \"metric\": \"top-1\", \"min\": 1}]}"
            })
    void aGateThatIsWrongIsRefused(String json) {
        assertThatThrownBy(() -> GateReader.read(json))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageStartingWith("the gate: ");
    }
}
