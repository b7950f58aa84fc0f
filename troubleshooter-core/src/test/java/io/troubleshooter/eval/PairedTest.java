package io.troubleshooter.eval;

import static io.troubleshooter.eval.Scores.benign;
import static io.troubleshooter.eval.Scores.incident;
import static io.troubleshooter.eval.Scores.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTest {

    /** 2 (C(n,0) + ... + C(n,min)) / 2^n, by hand: 20/512, 2/32, 1, 158/4096. */
    @ParameterizedTest
    @CsvSource({"1, 8, 0.0390625", "8, 1, 0.0390625", "0, 5, 0.0625", "3, 3, 1", "2, 10, 0.03857421875", "0, 0, 1"})
    void theExactTestOfWinsAgainstLosses(int up, int down, double p) {
        assertThat(Paired.signTest(up, down)).isCloseTo(p, within(1e-12));
    }

    @Test
    void onlyCommonCasesAreCompared() {
        List<CaseScore> before = List.of(incident("a", 0), incident("b", 1), incident("old", 1));
        List<CaseScore> now = List.of(incident("a", 1), incident("b", 1), incident("new", 0));

        Paired paired = Paired.of(Metric.TOP_1, before, now);

        assertThat(paired.cases()).isEqualTo(2);
        assertThat(paired.wins()).isEqualTo(1);
        assertThat(paired.losses()).isZero();
        assertThat(paired.difference()).isEqualTo(0.5);
    }

    @Test
    void fewerFalseAlarmsAreAWin() {
        Paired paired = Paired.of(
                Metric.FALSE_ALARMS,
                List.of(benign("a", true), benign("b", false)),
                List.of(benign("a", false), benign("b", false)));

        assertThat(paired.wins()).isEqualTo(1);
        assertThat(paired.gain()).isEqualTo(0.5);
        assertThat(paired.difference()).isEqualTo(-0.5);
    }

    @Test
    void aComparisonNamesTheCasesThatChanged() {
        Run base = run("offline", incident("a", 2), incident("b", 1), incident("c", 1));
        Run now = run("offline", incident("a", 1), incident("b", 0), incident("c", 1));

        Comparison comparison = Comparison.of(base, now, Run.ALL);

        assertThat(comparison.better()).containsExactly("a");
        assertThat(comparison.worse()).containsExactly("b");
        assertThat(comparison.common()).isEqualTo(3);
    }
}
