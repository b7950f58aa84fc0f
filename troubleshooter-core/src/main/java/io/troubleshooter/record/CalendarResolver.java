package io.troubleshooter.record;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Turns calendar fields into seconds since 1970, with the year and the zone that a log leaves out. */
final class CalendarResolver {

    static final int NO_ZONE = Integer.MIN_VALUE;

    private static final int[] MONTH_DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long QUARTER = 900;

    private final ZoneId zone;
    private final LocalDate tomorrow;
    private long cachedQuarter = Long.MIN_VALUE;
    private int cachedOffset;
    private boolean zoneAssumed;
    private int yearAssumed;

    CalendarResolver(Clock clock, ZoneId zone) {
        this.zone = zone;
        // One day of slack: the writer's clock or zone may be ahead of ours.
        this.tomorrow = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
    }

    static boolean isDate(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= MONTH_DAYS[month - 1];
    }

    /** Seconds since 1970 of a wall-clock time at {@code offset}, or in the zone of the options where it has none. */
    long second(int year, int month, int day, int secondOfDay, int offset) {
        int known = year == 0 ? assumeYear(month, day) : year;
        long local = epochDay(known, month, day) * 86_400 + secondOfDay;
        if (offset != NO_ZONE) {
            return local - offset;
        }
        zoneAssumed = true;
        return local - offsetAt(local);
    }

    private int assumeYear(int month, int day) {
        int year = tomorrow.getYear();
        if (month > tomorrow.getMonthValue() || (month == tomorrow.getMonthValue() && day > tomorrow.getDayOfMonth())) {
            year--;
        }
        while (month == 2 && day == 29 && !isLeap(year)) {
            year--;
        }
        yearAssumed = year;
        return year;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    // Offsets change at full quarters of an hour, so one look-up serves all times of a quarter.
    private int offsetAt(long local) {
        long quarter = Math.floorDiv(local, QUARTER);
        if (quarter != cachedQuarter) {
            cachedQuarter = quarter;
            LocalDateTime time = LocalDateTime.ofEpochSecond(quarter * QUARTER, 0, ZoneOffset.UTC);
            cachedOffset = zone.getRules().getOffset(time).getTotalSeconds();
        }
        return cachedOffset;
    }

    // Days since 1970-01-01 in the proleptic Gregorian calendar, with years that begin in March.
    private static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    /** What had to be assumed so far, as sentences. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (yearAssumed != 0) {
            notes.add("Times without a year were taken to be the latest that are not in the future (" + yearAssumed
                    + ").");
        }
        if (zoneAssumed) {
            notes.add("Times without a zone were read as "
                    + (zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId()) + ".");
        }
        return notes;
    }
}
