package io.troubleshooter.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeHistogramTest {

    private static final int MAX = 16;

    @Property
    void nothingIsLostAndBucketsStayBounded(
            @ForAll List<@LongRange(min = -9_999_999_999L, max = 9_999_999_999L) Long> times) {
        TimeHistogram histogram = of(times);

        assertThat(total(histogram)).isEqualTo(times.size());
        assertThat(histogram.size()).isLessThanOrEqualTo(MAX);
    }

    @Property
    void mergingHalvesGivesTheWhole(
            @ForAll List<@LongRange(min = 0, max = 5_000) Long> first,
            @ForAll List<@LongRange(min = 0, max = 5_000) Long> second) {
        TimeHistogram merged = of(first);
        merged.merge(of(second));

        assertThat(total(merged)).isEqualTo(first.size() + second.size());
        assertThat(merged.size()).isLessThanOrEqualTo(MAX);
        for (int i = 1; i < merged.size(); i++) {
            assertThat(merged.start(i)).isGreaterThan(merged.start(i - 1));
        }
    }

    @Test
    void aLoneOddTimeDoesNotCostTheResolution() {
        TimeHistogram histogram = of(List.of(0L, 1_763_600_000L, 1_763_600_001L, 1_763_600_002L));

        assertThat(histogram.width()).isEqualTo(1);
        assertThat(histogram.between(1_763_600_000L, 1_763_600_002L)).isEqualTo(2);
    }

    private static TimeHistogram of(List<Long> times) {
        TimeHistogram histogram = new TimeHistogram(MAX);
        times.forEach(histogram::add);
        return histogram;
    }

    private static long total(TimeHistogram histogram) {
        long total = 0;
        for (int i = 0; i < histogram.size(); i++) {
            total += histogram.count(i);
        }
        return total;
    }
}
