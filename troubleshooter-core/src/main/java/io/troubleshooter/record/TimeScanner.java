package io.troubleshooter.record;

import java.util.List;

/**
 * Reads a timestamp in any of the syntaxes that logs use, at a position of a line. Results stay in the fields; nothing
 * is allocated.
 */
final class TimeScanner {

    private final CalendarResolver calendar;
    private final ClockScanner clock = new ClockScanner();
    private final EpochScanner epochs = new EpochScanner();

    private int year;
    private int month;
    private int day;

    /** Seconds since 1970 of the time read last. */
    long second;

    int nano;

    /** Whether the time read last is a moment; a bare time of day is none. */
    boolean isMoment;

    /** Whether its digits alone could be other numbers too, so that more of a header must follow. */
    boolean isWeak;

    TimeScanner(RecordOptions options) {
        calendar = new CalendarResolver(options.clock(), options.zone());
    }

    List<String> notes() {
        return calendar.notes();
    }

    /** The position after the timestamp that begins at {@code at}; -1 where none does. */
    int scan(byte[] b, int at, int end) {
        if (at >= end) {
            return -1;
        }
        isWeak = false;
        isMoment = true;
        if (Ascii.isDigit(b[at])) {
            return numeric(b, at, end);
        }
        return Ascii.isUpper(b[at]) ? named(b, at, end) : -1;
    }

    private int numeric(byte[] b, int at, int end) {
        int stop = Ascii.skipDigits(b, at, Math.min(end, at + 10));
        if (stop >= end) {
            return -1;
        }
        return switch (stop - at) {
            case 4 -> fourDigits(b, at, stop, end);
            case 8 -> eightDigits(b, at, end);
            case 6 -> sixDigits(b, at, end);
            case 1, 2 -> shortStart(b, at, stop, end);
            default -> -1;
        };
    }

    private int fourDigits(byte[] b, int at, int stop, int end) {
        if (b[stop] == '-' || b[stop] == '/' || b[stop] == '.') {
            year = number(b, at, stop);
            month = ClockScanner.twoDigits(b, stop + 1, end);
            int second = Ascii.skipDigits(b, stop + 1, end);
            if (second >= end || b[second] != b[stop]) {
                return -1;
            }
            day = ClockScanner.twoDigits(b, second + 1, end);
            return clockAfter(b, Ascii.skipDigits(b, second + 1, end), end);
        }
        if (b[stop] != ' ') {
            return -1;
        }
        year = 0;
        month = number(b, at, at + 2);
        day = number(b, at + 2, stop);
        return clockAfter(b, stop, end);
    }

    private int eightDigits(byte[] b, int at, int end) {
        year = number(b, at, at + 4);
        month = number(b, at + 4, at + 6);
        day = number(b, at + 6, at + 8);
        if (year < 1970 || year > 2200) {
            return -1;
        }
        if (b[at + 8] == 'T') {
            int compact = clock.scanCompact(b, at + 9, end);
            if (compact > 0) {
                return finish(compact);
            }
        }
        return clockAfter(b, at + 8, end);
    }

    private int sixDigits(byte[] b, int at, int end) {
        if (b[at + 6] != ' ') {
            return -1;
        }
        year = 2000 + number(b, at, at + 2);
        month = number(b, at + 2, at + 4);
        day = number(b, at + 4, at + 6);
        int compact = clock.scanCompact(b, at + 7, end);
        if (compact > 0) {
            isWeak = true;
            return finish(compact);
        }
        return clockAfter(b, at + 6, end);
    }

    private int shortStart(byte[] b, int at, int stop, int end) {
        return switch (b[stop]) {
            case ':' -> timeOfDay(b, at, end);
            case '/', '-', '.' -> separated(b, at, stop, end);
            case ' ' -> dayMonthYear(b, at, stop, end);
            default -> -1;
        };
    }

    private int timeOfDay(byte[] b, int at, int end) {
        int stop = clock.scan(b, at, end);
        isMoment = false;
        isWeak = true;
        return stop;
    }

    private int separated(byte[] b, int at, int stop, int end) {
        byte separator = b[stop];
        int first = number(b, at, stop);
        int monthName = CalendarNames.month(b, stop + 1, end);
        if (monthName > 0) {
            day = first;
            month = monthName;
            return yearAfter(b, stop + 4, end, separator);
        }
        int second = ClockScanner.twoDigits(b, stop + 1, end);
        int next = Ascii.skipDigits(b, stop + 1, end);
        if (second < 0 || next - stop > 3 || next >= end) {
            return -1;
        }
        if (b[next] != separator) {
            return monthDay(b, first, second, next, end);
        }
        return threeNumbers(b, first, second, next, end);
    }

    private int monthDay(byte[] b, int first, int second, int next, int end) {
        year = 0;
        month = first;
        day = second;
        return b[next] == ' ' ? clockAfter(b, next, end) : -1;
    }

    // 17/06/09 has its year first; 06/17/2009 and 17.06.2009 have it last.
    private int threeNumbers(byte[] b, int first, int second, int next, int end) {
        int last = Ascii.skipDigits(b, next + 1, end);
        int third = last - next == 3 || last - next == 5 ? number(b, next + 1, last) : -1;
        if (third < 0) {
            return -1;
        }
        if (last - next == 3) {
            year = 2000 + first;
            month = second;
            day = third;
        } else {
            year = third;
            boolean dayFirst = first > 12 || b[next] == '.';
            month = dayFirst ? second : first;
            day = dayFirst ? first : second;
        }
        return clockAfter(b, last, end);
    }

    private int yearAfter(byte[] b, int at, int end, byte separator) {
        int stop = Ascii.skipDigits(b, at + 1, Math.min(end, at + 6));
        if (at >= end || b[at] != separator || (stop - at != 5 && stop - at != 3)) {
            return -1;
        }
        int number = number(b, at + 1, stop);
        year = stop - at == 3 ? 2000 + number : number;
        return clockAfter(b, stop, end);
    }

    private int dayMonthYear(byte[] b, int at, int stop, int end) {
        day = number(b, at, stop);
        month = CalendarNames.month(b, stop + 1, end);
        return month > 0 ? yearAfter(b, stop + 4, end, (byte) ' ') : -1;
    }

    private int named(byte[] b, int at, int end) {
        int weekday = CalendarNames.afterWeekday(b, at, end);
        int start = weekday > 0 ? weekday : at;
        if (start < end && Ascii.isDigit(b[start])) {
            int stop = Ascii.skipDigits(b, start, end);
            return weekday > 0 && stop - start <= 2 && stop < end && b[stop] == ' '
                    ? dayMonthYear(b, start, stop, end)
                    : -1;
        }
        month = CalendarNames.month(b, start, end);
        return month > 0 && start + 3 < end && b[start + 3] == ' ' ? afterMonth(b, start + 3, end) : -1;
    }

    private int afterMonth(byte[] b, int at, int end) {
        int start = Ascii.skipBlanks(b, at, end);
        int stop = Ascii.skipDigits(b, start, end);
        if (start == stop || stop - start > 2 || stop >= end) {
            return -1;
        }
        day = number(b, start, stop);
        year = 0;
        int before = b[stop] == ',' ? stop + 1 : stop;
        if (isYear(b, before, end)) {
            year = number(b, before + 1, before + 5);
            return clockAfter(b, before + 5, end);
        }
        return clockThenYear(b, stop, end);
    }

    private int clockThenYear(byte[] b, int at, int end) {
        int start = Ascii.skipBlanks(b, at, end);
        int stop = start > at ? clock.scan(b, start, end) : -1;
        if (stop > 0 && isYear(b, stop, end)) {
            year = number(b, stop + 1, stop + 5);
            return finish(stop + 5);
        }
        return finish(stop);
    }

    private static boolean isYear(byte[] b, int blank, int end) {
        return blank + 5 <= end
                && b[blank] == ' '
                && Ascii.skipDigits(b, blank + 1, Math.min(end, blank + 6)) == blank + 5
                && (b[blank + 1] == '1' || b[blank + 1] == '2')
                && (blank + 5 == end || !Ascii.isAlphanumeric(b[blank + 5]));
    }

    private int clockAfter(byte[] b, int at, int end) {
        if (at >= end || !CalendarResolver.isDate(month, day)) {
            return -1;
        }
        int start = b[at] == ',' ? at + 1 : at;
        int stop = start;
        if (start < end && b[start] == ' ') {
            stop = Ascii.skipBlanks(b, start, Math.min(end, start + 2));
        } else if (start < end
                && (Ascii.lower(b[start]) == 't' || b[start] == '-' || b[start] == '_' || b[start] == ':')) {
            stop = start + 1;
        }
        return stop == start ? -1 : finish(clock.scan(b, stop, end));
    }

    private int finish(int stop) {
        if (stop < 0 || !CalendarResolver.isDate(month, day)) {
            return -1;
        }
        second = calendar.second(year, month, day, clock.secondOfDay, clock.offset);
        nano = clock.nano;
        return stop;
    }

    /** Reads all of the bytes as seconds, milli-, micro- or nanoseconds since 1970, told apart by their size. */
    boolean epoch(byte[] b, int from, int to) {
        if (!epochs.read(b, from, to)) {
            return false;
        }
        isMoment = true;
        isWeak = true;
        second = epochs.second;
        nano = epochs.nano;
        return true;
    }

    static int number(byte[] b, int from, int to) {
        return (int) longNumber(b, from, to);
    }

    static long longNumber(byte[] b, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + b[i] - '0';
        }
        return number;
    }
}
