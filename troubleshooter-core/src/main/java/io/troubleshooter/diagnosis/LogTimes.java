package io.troubleshooter.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** Times of day and dates as they are written in logs and sentences. */
final class LogTimes {

    private static final int MAX = 200;

    private LogTimes() {}

    /** {@code 10:42}, {@code 10:42:07.123Z}, {@code 2026-11-21}, {@code 2026-11-21T10:42:07Z}. */
    static boolean isTime(String word) {
        return isDate(word, 0) || clock(word, 0) >= 0;
    }

    static boolean isDate(String text, int at) {
        return digits(text, at) == 4
                && is(text, at + 4, '-')
                && digits(text, at + 5) == 2
                && is(text, at + 7, '-')
                && digits(text, at + 8) == 2;
    }

    /** Seconds of the day of the time written at {@code at}; -1 where none is. */
    static int clock(String text, int at) {
        int hour = digits(text, at);
        if (hour < 1 || hour > 2 || !is(text, at + hour, ':') || digits(text, at + hour + 1) != 2) {
            return -1;
        }
        int seconds = 60 * (60 * number(text, at, hour) + number(text, at + hour + 1, 2));
        boolean precise = is(text, at + hour + 3, ':') && digits(text, at + hour + 4) == 2;
        seconds += precise ? number(text, at + hour + 4, 2) : 0;
        return seconds < 86_400 && number(text, at + hour + 1, 2) < 60 ? seconds : -1;
    }

    /** Seconds of the day of all times with seconds in a text, the first two hundred. */
    static List<Integer> clocks(String text) {
        List<Integer> found = new ArrayList<>();
        for (int colon = text.indexOf(':'); colon >= 0 && found.size() < MAX; colon = text.indexOf(':', colon + 1)) {
            int start = colon - 2;
            boolean begins = start >= 0 && (start == 0 || !Character.isDigit(text.charAt(start - 1)));
            if (begins && is(text, colon + 3, ':') && digits(text, start) == 2 && clock(text, start) >= 0) {
                found.add(clock(text, start));
            }
        }
        return found;
    }

    /** How many digits stand there, five at most. */
    private static int digits(String text, int at) {
        int digits = 0;
        while (digits < 5 && at + digits < text.length() && at >= 0 && Character.isDigit(text.charAt(at + digits))) {
            digits++;
        }
        return digits;
    }

    private static int number(String text, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    private static boolean is(String text, int at, char wanted) {
        return at >= 0 && at < text.length() && text.charAt(at) == wanted;
    }
}
