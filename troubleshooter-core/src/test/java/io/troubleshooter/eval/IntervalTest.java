package io.troubleshooter.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** From table I, method 3, of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonIntervalsAreThoseOfThePaper(int hits, int n, double low, double high) {
        Interval interval = Interval.wilson(hits, n);

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void allRightIsNotCertainty() {
        assertThat(Interval.wilson(20, 20).high()).isEqualTo(1);
        assertThat(Interval.wilson(20, 20).low()).isCloseTo(1 - 0.1611, within(0.00005));
    }

    @Test
    void nothingIsSaidOfNoCases() {
        assertThat(Interval.wilson(0, 0).low()).isNaN();
        assertThat(Interval.bootstrap(new double[] {1}).low()).isNaN();
    }

    @Test
    void theBootstrapOfEqualValuesIsThatValue() {
        Interval interval = Interval.bootstrap(new double[] {0.5, 0.5, 0.5});

        assertThat(interval).isEqualTo(new Interval(0.5, 0.5));
    }

    /** Mean 0.5, standard error 0.05: about 0.402 to 0.598 by the normal approximation. */
    @Test
    void theBootstrapOfManyHalvesIsNearTheNormalApproximation() {
        double[] values = new double[100];
        java.util.Arrays.fill(values, 0, 50, 1);

        Interval interval = Interval.bootstrap(values);

        assertThat(interval.low()).isCloseTo(0.402, within(0.02));
        assertThat(interval.high()).isCloseTo(0.598, within(0.02));
    }

    @Test
    void theBootstrapIsTheSameEachTime() {
        double[] values = {0, 1, 0.5, 0.25, 1};

        assertThat(Interval.bootstrap(values)).isEqualTo(Interval.bootstrap(values));
    }
}
