package io.troubleshooter.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangePointTest {

    @Test
    void findsWhereTheRateRises() {
        long[] counts = new long[60];
        Arrays.fill(counts, 0, 40, 2);
        Arrays.fill(counts, 40, 60, 30);

        ChangePoint change = ChangePoint.of(counts);

        assertThat(change.index()).isEqualTo(40);
        assertThat(change.before()).isEqualTo(2);
        assertThat(change.after()).isEqualTo(30);
    }

    @Test
    void findsSilence() {
        long[] counts = new long[60];
        Arrays.fill(counts, 0, 45, 7);

        assertThat(ChangePoint.of(counts).index()).isEqualTo(45);
    }

    @Test
    void anEvenRateHasNone() {
        long[] counts = new long[60];
        Arrays.fill(counts, 5);

        assertThat(ChangePoint.of(counts).found()).isFalse();
    }

    @Test
    void randomCountsOfOneRateRarelyLookLikeAChange() {
        SplittableRandom random = new SplittableRandom(42);
        long alarms = 0;
        for (int run = 0; run < 500; run++) {
            long[] counts = new long[60];
            for (int event = 0; event < 300; event++) {
                counts[random.nextInt(60)]++;
            }
            alarms += ChangePoint.of(counts).found() ? 1 : 0;
        }
        assertThat(alarms).isLessThan(100);
    }

    @Test
    void emptyAndSingleBucketsAreNoChange() {
        assertThat(ChangePoint.of(new long[0]).found()).isFalse();
        assertThat(ChangePoint.of(new long[] {9}).found()).isFalse();
    }
}
