package io.troubleshooter.http.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnusualDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    /** Dollars of one day after another. */
    private static SortedMap<LocalDate, Long> spent(double... dollars) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (int i = 0; i < dollars.length; i++) {
            days.put(FIRST.plusDays(i), Math.round(dollars[i] * 1e6));
        }
        return days;
    }

    @Test
    void aDayFarAboveTheOthersIsUnusual() {
        UnusualDays days = new UnusualDays(spent(1, 2, 3, 2, 1, 2, 3, 2, 7));

        assertThat(days.limit(FIRST.plusDays(8))).isEqualTo(2_400_000);
        assertThat(days.isUnusual(FIRST.plusDays(8))).isTrue();
    }

    @Test
    void theMedianIsNotMovedByAnEarlierOutlier() {
        UnusualDays days = new UnusualDays(spent(1, 2, 3, 1, 3, 900, 1, 3, 2, 7));

        assertThat(days.limit(FIRST.plusDays(9))).isEqualTo(6_000_000);
        assertThat(days.isUnusual(FIRST.plusDays(9))).isTrue();
    }

    @Test
    void ofFewDaysNothingIsSaid() {
        assertThat(new UnusualDays(spent(1, 1, 1, 1, 1, 1, 900)).isUnusual(FIRST.plusDays(6)))
                .isFalse();
        assertThat(new UnusualDays(spent()).isUnusual(FIRST)).isFalse();
    }

    @Test
    void aFewCentsMoreAreNotUnusual() {
        UnusualDays days = new UnusualDays(spent(0, 0, 0, 0, 0, 0, 0, 0.03, 0.05));

        assertThat(days.isUnusual(FIRST.plusDays(7))).isFalse();
        assertThat(days.isUnusual(FIRST.plusDays(8))).isTrue();
    }

    @Test
    void daysWithoutAnyAnswerCountAsNothingSpent() {
        SortedMap<LocalDate, Long> days = spent(1);
        days.put(FIRST.plusDays(10), 1_000_000L);

        assertThat(new UnusualDays(days).isUnusual(FIRST.plusDays(10))).isTrue();
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            days.put(FIRST.plusDays(i), i < 30 ? 100_000_000L : 1_000_000L);
        }
        days.put(FIRST.plusDays(60), 50_000_000L);

        assertThat(new UnusualDays(days).isUnusual(FIRST.plusDays(60))).isTrue();
    }
}
