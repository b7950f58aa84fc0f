package io.troubleshooter.tool;

import io.troubleshooter.frame.IncidentFrame.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads moments as people and models write them, and tells which day they mean. */
public final class TimeWords {

    private TimeWords() {}

    /**
     * The moment meant by a date with a time, or by a time of day alone: then on the first day on which the evidence has
     * it, else on the day nearest to it. Without a zone, in that of the evidence.
     *
     * @return null where it is no time
     */
    public static @Nullable Instant moment(String text, TimeRange range) {
        String time = text.strip().replace(',', '.').toUpperCase(Locale.ROOT);
        try {
            if (time.length() > 40) {
                return null;
            }
            if (time.length() > 10 && time.charAt(4) == '-') {
                return dated(time, zone(range));
            }
            return time.indexOf(':') > 0 ? onSomeDay(LocalTime.parse(padded(time)), range) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Instant dated(String text, ZoneId zone) {
        String time = text.substring(0, 10) + "T" + padded(text.substring(11));
        int zoned = Math.max(time.indexOf('Z'), Math.max(time.indexOf('+', 11), time.indexOf('-', 11)));
        if (zoned > 0) {
            return OffsetDateTime.parse(time).toInstant();
        }
        return LocalDateTime.parse(time).atZone(zone).toInstant();
    }

    /** {@code 9:05} as {@code 09:05}; without blanks inside and a trailing name of the zone. */
    private static String padded(String time) {
        String bare = time.replace(" UTC", "Z").replace(" ", "");
        boolean justTime = bare.endsWith("Z") && bare.length() <= 13 && bare.indexOf('T') < 0;
        String padded = bare.indexOf(':') == 1 ? "0" + bare : bare;
        return justTime && padded.indexOf(':') < 0 ? padded.substring(0, padded.length() - 1) : padded;
    }

    private static Instant onSomeDay(LocalTime time, TimeRange range) {
        ZoneId zone = zone(range);
        LocalDate first = range.first().atZone(zone).toLocalDate();
        LocalDate last = range.last().atZone(zone).toLocalDate();
        for (LocalDate day = first; !day.isAfter(last) && day.isBefore(first.plusDays(400)); day = day.plusDays(1)) {
            Instant moment = day.atTime(time).atZone(zone).toInstant();
            if (!moment.isBefore(range.first().minusSeconds(60)) && !moment.isAfter(range.last())) {
                return moment;
            }
        }
        return first.atTime(time).atZone(zone).toInstant();
    }

    /** The zone of times that name none. */
    public static ZoneId zone(TimeRange range) {
        return ZoneId.of(range.zone());
    }
}
