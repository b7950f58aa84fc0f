package io.troubleshooter.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a format found in the header of the line at hand: offsets into the line. Reused from line to line. */
final class HeaderMatch {

    private static final int MAX_FIELDS = 48;

    final TimeScanner times;

    String format = "";
    Level level = Level.UNKNOWN;
    boolean hasTime;
    long second;
    int nano;
    int loggerFrom;
    int loggerTo;
    int messageFrom;
    int messageTo;
    int fields;
    boolean escaped;

    /** Whether the line has a header of its own, but belongs to the record before it. */
    boolean attached;

    private final String[] names = new String[MAX_FIELDS];
    private final int[] bounds = new int[2 * MAX_FIELDS];

    HeaderMatch(TimeScanner times) {
        this.times = times;
    }

    void reset(int length) {
        level = Level.UNKNOWN;
        hasTime = false;
        loggerFrom = 0;
        loggerTo = 0;
        messageFrom = 0;
        messageTo = length;
        fields = 0;
        escaped = false;
        attached = false;
    }

    /** Takes over the time that the scanner read last. */
    void takeTime() {
        if (times.isMoment) {
            hasTime = true;
            second = times.second;
            nano = times.nano;
        }
    }

    void logger(int from, int to) {
        loggerFrom = from;
        loggerTo = to;
    }

    void message(int from, int to) {
        messageFrom = from;
        messageTo = to;
    }

    void field(String name, int from, int to) {
        if (fields < MAX_FIELDS && to > from) {
            names[fields] = name;
            bounds[2 * fields] = from;
            bounds[2 * fields + 1] = to;
            fields++;
        }
    }

    boolean hasField(String name) {
        for (int i = 0; i < fields; i++) {
            if (names[i].equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The fields found, to keep; null where there are none. */
    @Nullable
    Spans spans() {
        if (fields == 0) {
            return null;
        }
        return new Spans(Arrays.copyOf(names, fields), Arrays.copyOf(bounds, 2 * fields));
    }
}
