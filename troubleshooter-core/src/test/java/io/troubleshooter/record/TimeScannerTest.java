package io.troubleshooter.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timestamps in the syntaxes of real loggers, read on 21 November 2026. */
class TimeScannerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2024-01-02T03:04:05Z                | 2024-01-02T03:04:05Z
                    2024-01-02 03:04:05,678             | 2024-01-02T03:04:05.678Z
                    2024-01-02T03:04:05.678901234+02:00 | 2024-01-02T01:04:05.678901234Z
                    2024-01-02T03:04:05+0200            | 2024-01-02T01:04:05Z
                    2024-01-02 03:04:05.678 CET         | 2024-01-02T02:04:05.678Z
                    2024/01/02 03:04:05                 | 2024-01-02T03:04:05Z
                    20240102T030405Z                    | 2024-01-02T03:04:05Z
                    20171223-22:15:29:606               | 2017-12-23T22:15:29.606Z
                    20171224-0:7:20:44                  | 2017-12-24T00:07:20.440Z
                    17/06/09 20:10:40                   | 2017-06-09T20:10:40Z
                    06/09/2017 20:10:40                 | 2017-06-09T20:10:40Z
                    30/09/2017 20:10:40                 | 2017-09-30T20:10:40Z
                    02/Jan/2024:03:04:05 -0500          | 2024-01-02T08:04:05Z
                    02-Jan-2024 03:04:05.678            | 2024-01-02T03:04:05.678Z
                    02 Jan 2024 03:04:05.678            | 2024-01-02T03:04:05.678Z
                    17.06.2024 03:04:05                 | 2024-06-17T03:04:05Z
                    Jan 01, 2024 1:00:00 PM             | 2024-01-01T13:00:00Z
                    1/2/2024, 12:04:05 AM               | 2024-01-02T00:04:05Z
                    Mon Jan 02 15:04:05 2006            | 2006-01-02T15:04:05Z
                    Mon Jan  2 15:04:05.000123 2006     | 2006-01-02T15:04:05.000123Z
                    Tue, 02 Jan 2024 03:04:05 GMT       | 2024-01-02T03:04:05Z
                    Jun 14 15:16:01                     | 2026-06-14T15:16:01Z
                    Dec 10 06:55:46                     | 2025-12-10T06:55:46Z
                    Feb 29 06:55:46                     | 2024-02-29T06:55:46Z
                    0312 10:15:42.123456                | 2026-03-12T10:15:42.123456Z
                    03-17 16:13:38.811                  | 2026-03-17T16:13:38.811Z
                    10.30 16:49:06                      | 2026-10-30T16:49:06Z
                    2005-06-03-15.42.50.675872          | 2005-06-03T15:42:50.675872Z
                    081109 203615                       | 2008-11-09T20:36:15Z
                    """)
    void readsTheSyntax(String text, Instant expected) {
        TimeScanner scanner = new TimeScanner(Records.OPTIONS);
        byte[] bytes = Ascii.bytes(text);

        assertThat(scanner.scan(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        assertThat(Instant.ofEpochSecond(scanner.second, scanner.nano)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.30.1.2 x",
                "2024-13-02 03:04:05",
                "2024-01-02",
                "1.2.3",
                "12345",
                "20:61:00",
                "May be",
                "Mon",
                "2024-02-30 00:00:00"
            })
    void leavesOtherNumbersAndWordsAlone(String text) {
        byte[] bytes = Ascii.bytes(text);

        assertThat(new TimeScanner(Records.OPTIONS).scan(bytes, 0, bytes.length))
                .isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000, 2023-11-14T22:13:20Z",
        "1700000000.25, 2023-11-14T22:13:20.250Z",
        "1700000000123, 2023-11-14T22:13:20.123Z",
        "1700000000123456, 2023-11-14T22:13:20.123456Z",
        "1700000000123456789, 2023-11-14T22:13:20.123456789Z"
    })
    void tellsUnitsOfEpochTimesBySize(String text, Instant expected) {
        TimeScanner scanner = new TimeScanner(Records.OPTIONS);
        byte[] bytes = Ascii.bytes(text);

        assertThat(scanner.epoch(bytes, 0, bytes.length)).isTrue();
        assertThat(Instant.ofEpochSecond(scanner.second, scanner.nano)).isEqualTo(expected);
    }

    @Test
    void readsTimesWithoutAZoneInTheZoneOfTheOptionsAndSaysSo() {
        RecordOptions berlin = Records.options(ZoneId.of("Europe/Berlin"));
        List<String> notes = new ArrayList<>();
        LogRecord record = Records.read(
                        List.of(io.troubleshooter.redact.Unredacted.text("Jul 01 12:00:00 h app[1]: x")), berlin, notes)
                .get(0);

        assertThat(record.time()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(notes).anyMatch(n -> n.contains("Europe/Berlin")).anyMatch(n -> n.contains("2026"));
    }
}
