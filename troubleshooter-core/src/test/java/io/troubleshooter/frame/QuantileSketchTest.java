package io.troubleshooter.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;

class QuantileSketchTest {

    @Property
    void quantilesAreWithinTwoPerCent(@ForAll @NotEmpty List<@DoubleRange(min = 0.01, max = 1e9) Double> values) {
        QuantileSketch sketch = new QuantileSketch();
        values.forEach(sketch::add);
        List<Double> sorted = values.stream().sorted().toList();

        for (double q : new double[] {0, 0.5, 0.95, 1}) {
            double exact = sorted.get((int) Math.floor(q * (sorted.size() - 1)));
            assertThat(sketch.quantile(q)).isCloseTo(exact, within(exact * 0.021));
        }
    }

    @Property
    void mergedHalvesEqualTheWhole(@ForAll List<@DoubleRange(min = 0, max = 1e6) Double> values) {
        QuantileSketch whole = new QuantileSketch();
        QuantileSketch first = new QuantileSketch();
        QuantileSketch second = new QuantileSketch();
        for (int i = 0; i < values.size(); i++) {
            whole.add(values.get(i));
            (i < values.size() / 2 ? first : second).add(values.get(i));
        }
        first.merge(second);

        DoubleStream.of(0.1, 0.5, 0.9)
                .forEach(q -> assertThat(first.quantile(q)).isEqualTo(whole.quantile(q)));
    }

    @Property
    void manyEqualValuesAreThatValue(@ForAll @DoubleRange(min = 1, max = 1e6) double value) {
        QuantileSketch sketch = new QuantileSketch();
        Collections.nCopies(50, value).forEach(sketch::add);

        assertThat(sketch.quantile(0.5)).isCloseTo(value, within(value * 0.021));
    }
}
