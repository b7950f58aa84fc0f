package io.troubleshooter.eval;

import static io.troubleshooter.eval.Scores.benign;
import static io.troubleshooter.eval.Scores.incident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    /** Ranks 1, 2, 4 and none; one of two healthy logs alarmed. */
    private static final List<CaseScore> SIX = List.of(
            incident("a", 1),
            incident("b", 2),
            incident("c", 4),
            incident("d", 0),
            benign("e", false),
            benign("f", true));

    @Test
    void topOneCountsIncidentsOnly() {
        Figure figure = Figure.of(Metric.TOP_1, SIX);

        assertThat(figure.value()).isEqualTo(0.25);
        assertThat(figure.cases()).isEqualTo(4);
        assertThat(figure.interval()).isEqualTo(Interval.wilson(1, 4));
    }

    @Test
    void topThreeTakesTheSecondAndNotTheFourth() {
        assertThat(Figure.of(Metric.TOP_3, SIX).value()).isEqualTo(0.5);
    }

    @Test
    void mrrIsTheMeanOfReciprocalRanks() {
        assertThat(Figure.of(Metric.MRR, SIX).value()).isCloseTo((1 + 0.5 + 0.25 + 0) / 4, within(1e-12));
    }

    @Test
    void falseAlarmsCountHealthyLogsOnly() {
        assertThat(Figure.of(Metric.FALSE_ALARMS, SIX).value()).isEqualTo(0.5);
        assertThat(Figure.of(Metric.FALSE_ALARMS, SIX).cases()).isEqualTo(2);
    }

    /** (0.8 - 1)^2, three times (0.8 - 0)^2, (0.6 - 0)^2; the quiet healthy log states no confidence. */
    @Test
    void brierIsTheMeanSquaredMiss() {
        assertThat(Figure.of(Metric.BRIER, SIX).value()).isCloseTo((0.04 + 3 * 0.64 + 0.36) / 5, within(1e-12));
    }

    @Test
    void severalAnswersToACaseCountAsOneCase() {
        List<CaseScore> scores = List.of(
                incident("a", "dev", 1, 0, 0.8), incident("a", "dev", 0, 1, 0.8), incident("b", "dev", 1, 0, 0.8));

        Figure figure = Figure.of(Metric.TOP_1, scores);

        assertThat(figure.cases()).isEqualTo(2);
        assertThat(figure.value()).isEqualTo(0.75);
    }

    @Test
    void aMetricWithoutACaseHasNoValue() {
        Figure figure = Figure.of(Metric.FALSE_ALARMS, List.of(incident("a", 1)));

        assertThat(figure.value()).isNaN();
        assertThat(figure.cases()).isZero();
    }

    @Test
    void costIsASum() {
        assertThat(Figure.of(Metric.COST, SIX).value()).isCloseTo(0.006, within(1e-12));
    }

    @Test
    void repeatsAreSpreadBetweenTheirWorstAndTheirBest() {
        Run run = new Run(
                "r",
                java.time.Instant.EPOCH,
                "model",
                "m",
                null,
                "",
                "",
                2,
                0,
                List.of(
                        incident("a", "dev", 1, 0, 0.8),
                        incident("b", "dev", 1, 0, 0.8),
                        incident("a", "dev", 2, 1, 0.8),
                        incident("b", "dev", 1, 1, 0.8)));

        assertThat(run.spread(Metric.TOP_1, Run.ALL)).isEqualTo(new Interval(0.5, 1));
        assertThat(run.unsteady()).containsExactly("a");
    }

    /** Confidence 0.8 lies in the last of five bins, 0.6 in the fourth. */
    @Test
    void calibrationTellsStatedFromRight() {
        List<Calibration.Bin> bins = Calibration.bins(SIX);

        assertThat(bins.get(4).count()).isEqualTo(4);
        assertThat(bins.get(4).right()).isEqualTo(0.25);
        assertThat(bins.get(3).count()).isEqualTo(1);
        assertThat(bins.get(3).right()).isZero();
    }
}
