package io.troubleshooter.report;

import io.troubleshooter.frame.IncidentFrame.Bucket;
import java.util.List;

/** Errors over time in ASCII: {@code .} none, {@code -} few, {@code =} some, {@code #} many, {@code |} the first. */
final class TimelineBar {

    private TimelineBar() {}

    static String of(List<Bucket> buckets, int most) {
        int columns = Math.min(most, buckets.size());
        long[] errors = new long[columns];
        long peak = 0;
        for (int i = 0; i < buckets.size(); i++) {
            int column = (int) ((long) i * columns / buckets.size());
            errors[column] += buckets.get(i).errors();
            peak = Math.max(peak, errors[column]);
        }
        return drawn(errors, peak);
    }

    private static String drawn(long[] errors, long peak) {
        StringBuilder bar = new StringBuilder(errors.length);
        boolean seen = false;
        for (long count : errors) {
            bar.append(count > 0 && !seen ? '|' : sign(count, peak));
            seen |= count > 0;
        }
        return bar.toString();
    }

    private static char sign(long count, long peak) {
        return count == 0 ? '.' : count * 3 > peak * 2 ? '#' : count * 3 > peak ? '=' : '-';
    }
}
