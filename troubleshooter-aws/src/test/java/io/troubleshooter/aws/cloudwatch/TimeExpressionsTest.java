package io.troubleshooter.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TimeExpressions UTC = new TimeExpressions(CLOCK, ZoneOffset.UTC);
    private static final TimeExpressions BERLIN = new TimeExpressions(CLOCK, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-21T12:00:00Z",
        "15m, 2026-11-21T11:45:00Z",
        "1h ago, 2026-11-21T11:00:00Z",
        "1h30m, 2026-11-21T10:30:00Z",
        "1h 30m ago, 2026-11-21T10:30:00Z",
        "2 hours ago, 2026-11-21T10:00:00Z",
        "90 mins, 2026-11-21T10:30:00Z",
        "2d, 2026-11-19T12:00:00Z",
        "1w ago, 2026-11-14T12:00:00Z",
        "NOW, 2026-11-21T12:00:00Z",
        "today, 2026-11-21T00:00:00Z",
        "today 09:30, 2026-11-21T09:30:00Z",
        "yesterday 14:00, 2026-11-20T14:00:00Z",
        "Yesterday 9:05:07, 2026-11-20T09:05:07Z",
        "09:30, 2026-11-21T09:30:00Z",
        "23:50, 2026-11-20T23:50:00Z",
        "2026-11-20, 2026-11-20T00:00:00Z",
        "2026-11-20T09:30, 2026-11-20T09:30:00Z",
        "2026-11-20 09:30:15, 2026-11-20T09:30:15Z",
        "'2026-11-20 09:30:15,250', 2026-11-20T09:30:15.250Z",
        "2026-11-20T09:30:15.25Z, 2026-11-20T09:30:15.250Z",
        "2026-11-20T09:30+02:00, 2026-11-20T07:30:00Z",
        "2026-11-20T09:30:00-0530, 2026-11-20T15:00:00Z",
        "2026-11-20 09:30 UTC, 2026-11-20T09:30:00Z",
        "1795253400, 2026-11-21T09:30:00Z",
        "1795253400250, 2026-11-21T09:30:00.250Z"
    })
    void understands(String text, Instant meant) {
        assertThat(UTC.start(text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "h",
                "1",
                "1x",
                "1h2",
                "-1h",
                "ago",
                "tomorrow",
                "25:00",
                "2026-13-01",
                "2026-02-30",
                "2026-11-20T",
                "2026-11-20T09",
                "2026-11-20T09:30Zx",
                "12345678",
                "99999999999999999999",
                "999999999w",
                "1h ago ago",
                "1h ago now"
            })
    void refusesTheRestAndSaysWhatItUnderstands(String text) {
        assertThatThrownBy(() -> UTC.start(text))
                .isInstanceOfSatisfying(
                        TroubleshooterException.class,
                        refused -> assertThat(refused.advice()).contains("15m").contains("yesterday 14:00"));
    }

    @Test
    void timesWithoutAZoneAreOfTheZoneGiven() {
        assertThat(BERLIN.start("today 09:30")).isEqualTo("2026-11-21T08:30:00Z");
        assertThat(BERLIN.start("2026-07-01")).isEqualTo("2026-06-30T22:00:00Z");
        assertThat(BERLIN.start("2026-07-01T10:00Z")).isEqualTo("2026-07-01T10:00:00Z");
    }

    @Test
    void aDayAsAnEndIsIncluded() {
        TimeWindow day = UTC.window("2026-11-20", "2026-11-20");
        assertThat(day.length()).isEqualTo(Duration.ofDays(1));
        assertThat(UTC.end("today")).isEqualTo(NOW);
        assertThat(UTC.end("yesterday")).isEqualTo("2026-11-21T00:00:00Z");
    }

    @Test
    void anEndBeforeTheStartIsRefused() {
        assertThatThrownBy(() -> UTC.window("1h", "2h")).hasMessageContaining("ends before it begins");
    }

    @Property
    void everyInstantInIsoMeansItself(@ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        assertThat(UTC.start(time.toString())).isEqualTo(time);
        assertThat(BERLIN.start(time.toString())).isEqualTo(time);
    }

    @Property
    void everyEpochOfTodaysLengthMeansItself(@ForAll @LongRange(min = 1_000_000_000L, max = 9_999_999_999L) long s) {
        assertThat(UTC.start(Long.toString(s))).isEqualTo(Instant.ofEpochSecond(s));
    }

    @Property
    void stepsAdd(@ForAll @IntRange(max = 500) int hours, @ForAll @IntRange(max = 500) int minutes) {
        assertThat(UTC.start(hours + "h" + minutes + "m"))
                .isEqualTo(NOW.minus(hours, ChronoUnit.HOURS).minus(minutes, ChronoUnit.MINUTES));
    }

    @Property
    void aTimeOfDayIsTheLastOne(@ForAll @IntRange(max = 23) int hour, @ForAll @IntRange(max = 59) int minute) {
        Instant moment = BERLIN.start(String.format("%02d:%02d", hour, minute));
        assertThat(moment).isBeforeOrEqualTo(NOW).isAfter(NOW.minus(1, ChronoUnit.DAYS));
    }

    @Property
    void whateverIsTypedGivesATimeOrAdvice(@ForAll @StringLength(max = 50) String text) {
        try {
            assertThat(UTC.start(text)).isNotNull();
        } catch (TroubleshooterException refused) {
            assertThat(refused.getMessage()).isEqualTo("That time is not understood.");
        }
    }
}
