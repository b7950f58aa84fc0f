package io.troubleshooter.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines become one record. */
class RecordJoiningTest {

    private static final String HEADER = "2024-01-02 03:04:05.000 ";

    @Test
    void linesWithAHeaderAreRecordsOfTheirOwn() {
        assertThat(extents(HEADER + "INFO a\n" + HEADER + "INFO b")).containsExactly("S1:1", "S1:2");
    }

    @Test
    void aTraceBelongsToTheErrorThatLoggedIt() {
        assertThat(extents(HEADER
                        + "ERROR failed\njava.io.IOException: x\n\tat a.B.c(B.java:1)\nCaused by: d.E: y\n\t... 2 more\n"
                        + HEADER + "INFO next"))
                .containsExactly("S1:1-5", "S1:6");
    }

    @Test
    void anUncaughtTracebackIsNoPartOfTheCalmLineBeforeIt() {
        assertThat(extents(HEADER
                        + "INFO fine\nTraceback (most recent call last):\n  File \"x.py\", line 1, in f\nKeyError: 1"))
                .containsExactly("S1:1", "S1:2-4");
    }

    @Test
    void statementsOfPostgresBelongToTheirError() {
        String prefix = "2024-01-02 03:04:05.678 UTC [42] app@db ";
        List<LogRecord> records =
                Records.of(prefix + "ERROR:  duplicate key\n" + prefix + "DETAIL:  Key (id)=(1) exists.\n" + prefix
                        + "STATEMENT:  insert into t\n\tvalues (1)\n" + prefix + "LOG:  done");

        assertThat(records).extracting(r -> r.lines().toString()).containsExactly("S1:1-4", "S1:5");
        assertThat(records.get(0).level()).isEqualTo(Level.ERROR);
    }

    @Test
    void javaUtilLoggingTakesTwoLines() {
        LogRecord record = Records.of("Jan 01, 2024 1:00:00 PM a.b.Service start\nSEVERE: no port")
                .get(0);

        assertThat(record.level()).isEqualTo(Level.ERROR);
        assertThat(record.message()).hasToString("no port");
        assertThat(record.logger()).hasToString("a.b.Service");
        assertThat(record.lines()).hasToString("S1:1-2");
    }

    @Test
    void prettyPrintedJsonIsOneRecord() {
        LogRecord record = Records.of(
                        "{\n  \"level\": \"error\",\n  \"msg\": \"no\",\n  \"a\": {\n    \"b\": 1\n  }\n}")
                .get(0);

        assertThat(record.lines()).hasToString("S1:1-7");
        assertThat(record.level()).isEqualTo(Level.ERROR);
        assertThat(record.message()).hasToString("no");
    }

    @Test
    void jsonLinesAreNeverJoined() {
        assertThat(extents("{\"msg\":\"a\"}\n{\"msg\":\"b\"}\n{\"msg\":\"c\"}")).hasSize(3);
    }

    @Test
    void anErrorBoxOfTerraformIsOneRecord() {
        List<LogRecord> records =
                Records.of("\u2577\n\u2502 Error: no such thing\n\u2502\n\u2502   on main.tf line 1\n\u2575\ndone");

        assertThat(records).extracting(r -> r.lines().toString()).containsExactly("S1:1-5", "S1:6");
        assertThat(records.get(0).level()).isEqualTo(Level.ERROR);
    }

    @Test
    void linesWithoutAnyHeaderStandAlone() {
        assertThat(extents("alpha\nbeta\n  gamma\ndelta")).containsExactly("S1:1", "S1:2-3", "S1:4");
    }

    @Test
    void goPanicsKeepTheirGoroutines() {
        assertThat(
                        extents(
                                "panic: no\n\ngoroutine 1 [running]:\nmain.main()\n\t/a/main.go:3 +0x1\n\ngoroutine 2 [select]:\nmain.x(...)\n\t/a/b.go:1\nexit status 2\nbye"))
                .containsExactly("S1:1-10", "S1:11");
    }

    @Test
    void recordsAreCutAtTheLimit() {
        RecordOptions options = new RecordOptions(Records.CLOCK, java.time.ZoneOffset.UTC, 3, 1 << 20);
        List<LogRecord> records = Records.of(HEADER + "ERROR x\n\tat a\n\tat b\n\tat c\n\tat d", options);

        assertThat(records).extracting(r -> r.lines().toString()).containsExactly("S1:1-3", "S1:4-5");
    }

    @Test
    void sectionsOfDescribeAndTheirEventsAreRecords() {
        assertThat(extents("""
                        Name:         web-0
                        Namespace:    prod
                        Containers:
                          web:
                            Last State:  Terminated
                              Exit Code:  137
                        Events:
                          Type     Reason   Age   From     Message
                          Warning  BackOff  2m    kubelet  Back-off restarting failed container""")).containsExactly("S1:1-2", "S1:3-6", "S1:7-8", "S1:9");
    }

    private static List<String> extents(String text) {
        return Records.of(text).stream().map(r -> r.lines().toString()).toList();
    }
}
