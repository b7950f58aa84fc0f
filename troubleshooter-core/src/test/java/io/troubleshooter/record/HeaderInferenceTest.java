package io.troubleshooter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In the lines of these tests, {@code ~} marks where the message begins; it is taken out before reading. */
class HeaderInferenceTest {

    private final Redactor redactor = Redactor.create();

    @Test
    void readsColumnsBeforeATimeInSeconds() {
        assertMessages(
                "90817 rack-12 disk.sd state.gone 1077804742 1 ~Drive left the array",
                "90818 rack-7 action start 1077804750 0 ~clusterJoin (command 12)",
                "90819 rack-7 power_unit new 1077804761 1 ~Targeting rack-7 and its neighbours");
    }

    @Test
    void readsColumnsClosedByBars() {
        assertMessages(
                "20240223-22:15:29:606|Meter_A|30002312|~onStart 12",
                "20240223-22:15:29:701|Meter_Service|30002312|~value | changed",
                "20240223-22:15:30:006|Meter_A|30002312|~onStop");
    }

    @Test
    void readsALabelAndTwoTimesBeforeAHostAndAComponent() {
        assertMessages(
                "- 1131566461 2005.11.09 dn12 Nov 9 12:01:01 dn12/dn12 crond(pam_unix)[2915]: ~session closed",
                "- 1131566462 2005.11.09 dn12 Nov 9 12:01:02 dn12/dn12 kernel: ~device: eth0 left",
                "X_Y 1131566463 2005.11.09 adm Nov 9 12:01:03 local@adm /opt/bin/collectd[77]: ~no answer");
    }

    @Test
    void readsPaddedColumns() {
        assertMessages(
                "2016-09-28 04:30:30, Info                  ABC    ~Loaded the stack",
                "2016-09-28 04:30:31, Info                  DEF    ~Read out cached package",
                "2016-09-28 04:30:31, Info                  ABC    ~Ended the session");
    }

    @Test
    void readsAFileNameInFrontAndARequestInBracketsBehind() {
        assertMessages(
                "api.log.1.2024-05-16_13:53:08 2024-05-16 00:00:00.008 25746 INFO a.b.server [req-1 - -] ~GET /v2",
                "api.log.1.2024-05-16_13:53:08 2024-05-16 00:00:01.118 25746 INFO a.b.images [req-2 - -] ~[id: 7] up",
                "api.log.1.2024-05-16_13:53:08 2024-05-16 00:00:02.238 25746 WARN a.c.disk [-] ~Unknown base file");
    }

    @Test
    void readsANameOfSeveralWordsUpToTheDash() {
        assertMessages(
                "[10.30 16:49:06] browser.exe - ~a.example.com:80 close",
                "[10.30 16:49:07] host.exe *64 - ~b.example.com:80 open - again",
                "[10.30 16:49:08] browser.exe - ~c.example.com:80 error");
    }

    @Test
    void tellsWhereTimeLevelAndLoggerStand() {
        String line = "2024-05-16 00:00:00.008 25746 INFO a.b.Server: started";
        InferredHeader header = HeaderInference.of(head(line));
        int[] roles = new int[InferredHeader.ROLES];
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

        assertThat(header).isNotNull();
        header.read(bytes, bytes.length, roles);

        assertThat(line.substring(roles[InferredHeader.TIME_START], roles[InferredHeader.TIME_END]))
                .isEqualTo("2024-05-16 00:00:00.008");
        assertThat(line.substring(roles[InferredHeader.LEVEL_START], roles[InferredHeader.LEVEL_END]))
                .isEqualTo("INFO");
        assertThat(line.substring(roles[InferredHeader.LOGGER_START], roles[InferredHeader.LOGGER_END]))
                .isEqualTo("a.b.Server");
    }

    @Test
    void takesNothingForAHeaderWhereNoColumnIsATime() {
        assertThat(HeaderInference.of(head("Got task 12", "Running task 3 in stage 2", "all is well: done")))
                .isNull();
    }

    @Test
    void takesNoSentenceForAHeaderThoughATimeStandsInIt() {
        assertThat(HeaderInference.of(head("backup started at 10:12:13 today", "backup ended at 11:12:13 too")))
                .isNull();
    }

    @Test
    void aLineWithoutTheHeaderHasNone() {
        InferredHeader header = HeaderInference.of(head("2024-05-16 00:00:00.008 INFO x: started"));
        byte[] trace = "\tat a.b.C.run(C.java:12)".getBytes(StandardCharsets.UTF_8);

        assertThat(header).isNotNull();
        assertThat(header.messageStart(trace, trace.length)).isEqualTo(-1);
    }

    @Test
    void aSourceOfUnknownFormatIsReadByIt() {
        List<RedactedText> head = head(
                "90817 rack-12 disk.sd state.gone 1077804742 1 Drive left the array",
                "90818 rack-7 action start 1077804750 0 clusterJoin (command 12)");
        List<LogRecord> records = new ArrayList<>();
        RecordOptions options = new RecordOptions(Clock.systemUTC(), ZoneOffset.UTC, 100, 10_000);
        RecordReader reader = new RecordReader("S1", SourceProfile.of(head), options, records::add);
        for (int i = 0; i < 2; i++) {
            reader.accept(head.get(i), i + 1);
        }
        reader.finish();

        assertThat(records)
                .extracting(record -> record.message().toString())
                .containsExactly("Drive left the array", "clusterJoin (command 12)");
        assertThat(records.get(0).time()).isEqualTo(Instant.ofEpochSecond(1077804742));
    }

    private void assertMessages(String... marked) {
        InferredHeader header = HeaderInference.of(head(marked));
        assertThat(header).isNotNull();
        for (String line : marked) {
            byte[] bytes = line.replace("~", "").getBytes(StandardCharsets.UTF_8);
            int start = header.messageStart(bytes, bytes.length);
            assertThat(start).as(line).isEqualTo(line.indexOf('~'));
        }
    }

    private List<RedactedText> head(String... lines) {
        List<RedactedText> head = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            head.add(redactor.redact(lines[i % lines.length].replace("~", "")));
        }
        return head;
    }
}
