package io.troubleshooter.aws.cloudwatch;

import io.troubleshooter.error.TroubleshooterException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments as people write them: {@code 15m}, {@code 1h ago}, {@code now}, {@code yesterday 14:00}, {@code 09:30},
 * {@code 2026-11-21}, ISO 8601 with or without a zone, seconds or milliseconds since 1970.
 */
public final class TimeExpressions {

    /** What is understood, as a sentence. */
    public static final String UNDERSTOOD =
            "Times are like 15m, 2h ago, now, today 09:30, yesterday 14:00, 2026-11-21, 2026-11-21T09:30Z or 1795253400.";

    private static final int LONGEST = 40;
    private static final Duration FURTHEST = Duration.ofDays(20 * 365);

    /** Digits are bounded, so that no number overflows. */
    private static final Pattern STEP = Pattern.compile(
            "(\\d{1,9})\\s?" + "(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(?=[\\d\\s]|$)\\s?");

    private static final Pattern DAY = Pattern.compile("(today|yesterday|\\d{4}-\\d{2}-\\d{2})(?:[t ]+(.+))?");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)\\s?(z|utc|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern EPOCH = Pattern.compile("\\d{9,13}");
    private static final int SECONDS_DIGITS = 10;

    private final Clock clock;
    private final ZoneId zone;

    /** @param zone of times that name none */
    public TimeExpressions(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The moment at which something begins; a day without a time begins at midnight.
     *
     * @throws TroubleshooterException if it is not understood; the message says what is
     */
    public Instant start(String text) {
        return moment(text, false);
    }

    /** The moment at which something ends; a day without a time ends at midnight, today ends now. */
    public Instant end(String text) {
        return moment(text, true);
    }

    /**
     * From a start to an end.
     *
     * @throws TroubleshooterException if one is not understood, or the end is before the start
     */
    public TimeWindow window(String since, String until) {
        Instant from = start(since);
        Instant to = end(until);
        if (to.isBefore(from)) {
            throw Failures.refused("The time asked for ends before it begins.", UNDERSTOOD);
        }
        return new TimeWindow(from, to);
    }

    private Instant moment(String text, boolean end) {
        Instant moment = null;
        try {
            String words = text.strip().toLowerCase(Locale.ROOT);
            moment = words.length() > LONGEST ? null : read(words, end);
        } catch (DateTimeException | ArithmeticException none) {
            // said below
        }
        if (moment == null) {
            throw Failures.refused("That time is not understood.", UNDERSTOOD);
        }
        return moment;
    }

    private @Nullable Instant read(String words, boolean end) {
        if (words.equals("now")) {
            return clock.instant();
        }
        if (EPOCH.matcher(words).matches()) {
            long number = Long.parseLong(words);
            return words.length() <= SECONDS_DIGITS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        }
        Matcher day = DAY.matcher(words);
        if (day.matches()) {
            return day.group(2) == null ? whole(date(day.group(1)), end) : at(date(day.group(1)), day.group(2));
        }
        Instant clockTime = last(words);
        return clockTime == null ? before(words) : clockTime;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private LocalDate date(String word) {
        return switch (word) {
            case "today" -> today();
            case "yesterday" -> today().minusDays(1);
            default -> LocalDate.parse(word);
        };
    }

    private Instant whole(LocalDate day, boolean end) {
        Instant midnight = day.plusDays(end ? 1 : 0).atStartOfDay(zone).toInstant();
        return end && day.equals(today()) ? clock.instant() : midnight;
    }

    private @Nullable Instant at(LocalDate day, String time) {
        Matcher clockTime = CLOCK.matcher(time);
        if (!clockTime.matches()) {
            return null;
        }
        LocalDateTime local = day.atTime(time(clockTime.group(1)));
        String offset = clockTime.group(2);
        return offset == null
                ? ZonedDateTime.of(local, zone).toInstant()
                : OffsetDateTime.of(local, java.time.ZoneOffset.of(offset(offset)))
                        .toInstant();
    }

    private static LocalTime time(String text) {
        String padded = text.indexOf(':') == 1 ? "0" + text : text;
        return LocalTime.parse(padded.replace(',', '.'));
    }

    private static String offset(String text) {
        return text.equals("z") || text.equals("utc") ? "Z" : text;
    }

    /** A time of day alone: the last time that it was that late. */
    private @Nullable Instant last(String words) {
        Instant today = at(today(), words);
        return today != null && today.isAfter(clock.instant()) ? at(today().minusDays(1), words) : today;
    }

    /** {@code 1h30m}, {@code 2 hours ago}. */
    private @Nullable Instant before(String words) {
        String steps =
                words.endsWith(" ago") ? words.substring(0, words.length() - 4).strip() : words;
        Matcher step = STEP.matcher(steps);
        Duration back = Duration.ZERO;
        int end = 0;
        while (end < steps.length() && step.region(end, steps.length()).lookingAt()) {
            back = back.plus(unit(step.group(2)).multipliedBy(Long.parseLong(step.group(1))));
            end = step.end();
        }
        boolean understood = end > 0 && end == steps.length() && back.compareTo(FURTHEST) <= 0;
        return understood ? clock.instant().minus(back) : null;
    }

    private static Duration unit(String word) {
        return switch (word.charAt(0)) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            case 'd' -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
