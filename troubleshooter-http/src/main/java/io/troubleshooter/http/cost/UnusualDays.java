package io.troubleshooter.http.cost;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.LongStream;

/**
 * Tells days that cost far more than those before: above the median plus four times the median absolute deviation of the
 * 30 days before (the Hampel identifier; four deviations are about 2.7 standard deviations of normally distributed
 * figures). Median and deviation, other than mean and standard deviation, are not moved by the outliers that they are to
 * find: Leys et al., "Detecting outliers", Journal of Experimental Social Psychology 49 (2013), pages 764 to 766.
 */
public final class UnusualDays {

    /** Days before the one in question that it is compared with. */
    public static final int HISTORY = 30;

    /** Of fewer days nothing can be said. */
    static final int LEAST_HISTORY = 7;

    private static final int DEVIATIONS = 4;

    /** Days that hardly differ are not unusual for a cent more: the deviation counts as this part of the median at least. */
    private static final int LEAST_PART = 20;

    private static final long LEAST_MICRO_USD = 10_000;

    private final SortedMap<LocalDate, Long> spent;

    /** @param spent millionths of a US dollar by day; days that are missing after the first cost nothing */
    public UnusualDays(SortedMap<LocalDate, Long> spent) {
        this.spent = spent;
    }

    /**
     * What a day may cost before it is unusual.
     *
     * @return millionths of a US dollar; {@link Long#MAX_VALUE} where there are too few days before
     */
    public long limit(LocalDate day) {
        long[] before = before(day);
        if (before.length < LEAST_HISTORY) {
            return Long.MAX_VALUE;
        }
        long median = median(before);
        long deviation = median(
                LongStream.of(before).map(cost -> Math.abs(cost - median)).toArray());
        long least = Math.max(LEAST_MICRO_USD, median / LEAST_PART);
        return median + DEVIATIONS * Math.max(deviation, least);
    }

    public boolean isUnusual(LocalDate day) {
        return spent.getOrDefault(day, 0L) > limit(day);
    }

    private long[] before(LocalDate day) {
        if (spent.isEmpty()) {
            return new long[0];
        }
        LocalDate window = day.minusDays(HISTORY);
        LocalDate first = spent.firstKey().isAfter(window) ? spent.firstKey() : window;
        return first.isBefore(day)
                ? first.datesUntil(day)
                        .mapToLong(each -> spent.getOrDefault(each, 0L))
                        .toArray()
                : new long[0];
    }

    /** The lower one of two in the middle. */
    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
