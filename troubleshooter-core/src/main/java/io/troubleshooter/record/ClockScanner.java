package io.troubleshooter.record;

/** Reads a time of day: {@code 15:04:05}, with fraction, AM or PM, and zone. Results stay in the fields. */
final class ClockScanner {

    private static final String[] ZONES = {
        "UTC", "GMT", "Z", "CET", "CEST", "EET", "EEST", "WET", "WEST", "BST", "MSK", "EST", "EDT", "CST", "CDT", "MST",
        "MDT", "PST", "PDT", "JST", "KST", "IST", "AEST", "AEDT", "HKT", "SGT"
    };
    private static final int[] QUARTERS = {
        0, 0, 0, 4, 8, 8, 12, 0, 4, 4, 12, -20, -16, -24, -20, -28, -24, -32, -28, 36, 36, 22, 40, 44, 32, 32
    };

    int secondOfDay;
    int nano;
    int offset;

    /** The position after the time of day that begins at {@code at}; -1 where none does. */
    int scan(byte[] b, int at, int end) {
        nano = 0;
        offset = CalendarResolver.NO_ZONE;
        int hour = twoDigits(b, at, end);
        int next = at + width(b, at, end);
        if (hour < 0 || hour > 23 || next >= end || (b[next] != ':' && b[next] != '.')) {
            return -1;
        }
        return minutes(b, next + 1, end, hour, b[next]);
    }

    private int minutes(byte[] b, int at, int end, int hour, byte separator) {
        int minute = twoDigits(b, at, end);
        int next = at + width(b, at, end);
        if (minute < 0 || minute > 59 || next >= end || b[next] != separator) {
            return -1;
        }
        int second = twoDigits(b, next + 1, end);
        int after = next + 1 + width(b, next + 1, end);
        if (second < 0 || second > 60 || (after < end && Ascii.isDigit(b[after]))) {
            return -1;
        }
        secondOfDay = hour * 3_600 + minute * 60 + Math.min(second, 59);
        return zone(b, halves(b, fraction(b, after, end), end, hour), end);
    }

    /** The position after {@code hhmmss} without separators; -1 where there is none. */
    int scanCompact(byte[] b, int at, int end) {
        nano = 0;
        offset = CalendarResolver.NO_ZONE;
        if (Ascii.skipDigits(b, at, end) - at != 6) {
            return -1;
        }
        int hour = twoDigits(b, at, end);
        int minute = twoDigits(b, at + 2, end);
        int second = twoDigits(b, at + 4, end);
        if (hour > 23 || minute > 59 || second > 60) {
            return -1;
        }
        secondOfDay = hour * 3_600 + minute * 60 + Math.min(second, 59);
        return zone(b, at + 6, end);
    }

    private int fraction(byte[] b, int at, int end) {
        if (at + 1 >= end || !Ascii.isDigit(b[at + 1]) || (b[at] != '.' && b[at] != ',' && b[at] != ':')) {
            return at;
        }
        int stop = Ascii.skipDigits(b, at + 1, Math.min(end, at + 11));
        if (stop - at > 10 || (b[at] == ':' && stop - at > 4)) {
            return at;
        }
        int unit = 100_000_000;
        for (int i = at + 1; i < stop; i++, unit /= 10) {
            nano += (b[i] - '0') * unit;
        }
        return stop;
    }

    private int halves(byte[] b, int at, int end, int hour) {
        int mark = at < end && b[at] == ' ' ? at + 1 : at;
        if (mark + 2 > end
                || Ascii.lower(b[mark + 1]) != 'm'
                || hour > 12
                || hour == 0
                || continues(b, mark + 2, end)) {
            return at;
        }
        int half = Ascii.lower(b[mark]);
        if (half != 'a' && half != 'p') {
            return at;
        }
        secondOfDay += (half == 'p' ? 43_200 : 0) - (hour == 12 ? 43_200 : 0);
        return mark + 2;
    }

    private int zone(byte[] b, int at, int end) {
        if (at >= end) {
            return at;
        }
        int mark = b[at] == ' ' ? at + 1 : at;
        if (mark >= end) {
            return at;
        }
        if (b[mark] == '+' || b[mark] == '-') {
            return numericZone(b, at, mark, end);
        }
        return Ascii.isUpper(b[mark]) ? namedZone(b, at, mark, end) : at;
    }

    private int numericZone(byte[] b, int at, int mark, int end) {
        int stop = Ascii.skipDigits(b, mark + 1, end);
        boolean colon = stop == mark + 3 && stop < end && b[stop] == ':';
        int last = colon ? Ascii.skipDigits(b, stop + 1, end) : stop;
        boolean full = colon ? last == mark + 6 : stop == mark + 5;
        if (!full && (stop != mark + 3 || mark != at)) {
            return at;
        }
        int minutes = full ? twoDigits(b, last - 2, end) : 0;
        int seconds = twoDigits(b, mark + 1, end) * 3_600 + minutes * 60;
        if (minutes > 59 || seconds > 18 * 3_600) {
            return at;
        }
        offset = b[mark] == '-' ? -seconds : seconds;
        return regionName(b, last, end);
    }

    // Java prints a region after the offset: 2024-01-01T00:00:00+01:00[Europe/Paris]
    private static int regionName(byte[] b, int at, int end) {
        if (at >= end || b[at] != '[') {
            return at;
        }
        int close = Ascii.indexOf(b, ']', at, Math.min(end, at + 40));
        return close > 0 && Ascii.indexOf(b, '/', at, close) > 0 ? close + 1 : at;
    }

    private int namedZone(byte[] b, int at, int mark, int end) {
        int stop = mark;
        while (stop < end && stop < mark + 6 && Ascii.isUpper(b[stop])) {
            stop++;
        }
        if (continues(b, stop, end)) {
            return at;
        }
        for (int i = 0; i < ZONES.length; i++) {
            if (isName(b, mark, stop, ZONES[i]) && (mark == at || stop > mark + 1)) {
                offset = QUARTERS[i] * 900;
                return stop;
            }
        }
        return at;
    }

    private static boolean isName(byte[] b, int from, int to, String name) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (b[i] != name.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private static boolean continues(byte[] b, int at, int end) {
        return at < end && Ascii.isAlphanumeric(b[at]);
    }

    /** The number of one or two digits at {@code at}; -1 where there is none. */
    static int twoDigits(byte[] b, int at, int end) {
        if (at >= end || !Ascii.isDigit(b[at])) {
            return -1;
        }
        int first = b[at] - '0';
        return at + 1 < end && Ascii.isDigit(b[at + 1]) ? first * 10 + b[at + 1] - '0' : first;
    }

    private static int width(byte[] b, int at, int end) {
        return at + 1 < end && Ascii.isDigit(b[at + 1]) ? 2 : 1;
    }
}
