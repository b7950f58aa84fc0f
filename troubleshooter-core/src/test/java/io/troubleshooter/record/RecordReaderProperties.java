package io.troubleshooter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.redact.Unredacted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for lines of any bytes. */
class RecordReaderProperties {

    @Property(tries = 300)
    void anyBytesGiveRecordsThatCoverEachLineOnce(@ForAll @Size(max = 60) List<byte[]> raw) {
        List<RedactedText> lines = new ArrayList<>();
        for (byte[] bytes : raw) {
            lines.add(Unredacted.bytes(new String(bytes, StandardCharsets.ISO_8859_1)
                    .replace("\n", "")
                    .getBytes(StandardCharsets.ISO_8859_1)));
        }
        covers(lines);
    }

    @Property(tries = 1_000)
    void mixedAndMutilatedLogLinesGiveRecordsThatCoverEachLineOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int count) {
        Random random = new Random(seed);
        List<RedactedText> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(Unredacted.bytes(Mutation.line(random)));
        }
        covers(lines);
    }

    @Property(tries = 200)
    void placeholdersForWhatWasRedactedLeaveTheTimelineAsItIs(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count) {
        Random random = new Random(seed);
        StringBuilder plain = new StringBuilder();
        StringBuilder redacted = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String line = Mutation.timed(random);
            plain.append(i == 0 ? "" : "\n")
                    .append(line.replace("@secret", "hunter2").replace("@ip", "10.1.2.3"));
            redacted.append(i == 0 ? "" : "\n")
                    .append(line.replace("@secret", "<password:1>").replace("@ip", "<ip:7>"));
        }
        assertThat(Records.of(redacted.toString()))
                .extracting(LogRecord::time)
                .isEqualTo(Records.of(plain.toString()).stream()
                        .map(LogRecord::time)
                        .toList());
    }

    /** Each line is in one record, in order; where lines name their writers, each writer's are in order. */
    private static void covers(List<RedactedText> lines) {
        List<LogRecord> records = Records.read(lines, Records.OPTIONS, new ArrayList<>());
        long covered = 0;
        long next = 1;
        for (LogRecord record : records) {
            Mutation.touch(record);
            covered += record.lines().last() - record.lines().first() + 1;
            if (records.stream().allMatch(r -> r.stream() == null)) {
                assertThat(record.lines().first()).isEqualTo(next);
                next = record.lines().last() + 1;
            }
        }
        assertThat(covered).isGreaterThanOrEqualTo(lines.size());
    }
}
