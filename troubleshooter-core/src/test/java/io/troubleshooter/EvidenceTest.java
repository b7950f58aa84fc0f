package io.troubleshooter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.frame.IncidentFrame.Entity;
import io.troubleshooter.input.InputLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.record.Level;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.text.LineRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of the lines while they are read. */
class EvidenceTest {

    private static final InputLimits SMALL_PARTS = new InputLimits(1 << 20, Long.MAX_VALUE, 8_192);

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("captured")
    void everyLineOfARealLogIsKeptUnderItsNumberAsTheRedactorWritesIt(Path file) {
        Analysis analysis = keeping(EvidenceLimits.DEFAULT, 1);
        analysis.read(LogSource.of(file));

        assertThat(lines(analysis.evidence(), "S1")).containsExactlyElementsOf(redacted(file));
        assertThat(analysis.evidence().missing("S1")).isZero();
    }

    static Stream<Path> captured() throws IOException {
        return Files.list(Path.of("src/test/resources/captured"))
                .filter(file -> file.toString().endsWith(".log"))
                .sorted();
    }

    @Test
    void partsAndThreadsDoNotChangeWhatIsKept() {
        String log = log(4_000);
        List<String> alone = lines(read(log, 1).evidence(), "S1");

        assertThat(alone).hasSize(4_000);
        for (int threads = 2; threads <= 4; threads++) {
            assertThat(lines(read(log, threads).evidence(), "S1")).isEqualTo(alone);
        }
    }

    @Test
    void placeholdersAreThoseOfTheFrame() {
        Analysis analysis = read(log(4_000), 3);
        Evidence evidence = analysis.evidence();
        IncidentFrame frame = analysis.frame();

        List<Entity> addresses = frame.entities().stream()
                .filter(entity -> entity.kind().equals("ip"))
                .toList();
        assertThat(addresses).hasSizeGreaterThan(3);
        for (Entity address : addresses) {
            for (LineRef line : address.lines()) {
                assertThat(String.valueOf(evidence.text(line)))
                        .contains(address.value().toString());
            }
        }
    }

    @Test
    void sourcesShareOneNumbering() {
        Analysis analysis = keeping(EvidenceLimits.DEFAULT, 1);
        analysis.read(LogSource.text("first 203.0.113.7\n", "a"));
        analysis.read(LogSource.text("then 203.0.113.8\nand 203.0.113.7\n", "b"));

        assertThat(analysis.evidence().sources()).containsExactly("S1", "S2");
        assertThat(lines(analysis.evidence(), "S2")).containsExactly("then <ip:2>", "and <ip:1>");
    }

    @Test
    void timesAndLevelsAreThoseOfTheRecord() {
        Analysis analysis = keeping(EvidenceLimits.DEFAULT, 1);
        analysis.read(LogSource.text("""
                2026-11-20 08:00:00,123 INFO started
                2026-11-20 08:00:05,000 ERROR request failed
                java.lang.IllegalStateException: no
                \tat a.B.c(B.java:1)
                """, "a"));
        Evidence evidence = analysis.evidence();

        assertThat(evidence.timeOf("S1", 1)).isEqualTo(Instant.parse("2026-11-20T08:00:00.123Z"));
        assertThat(evidence.timeOf("S1", 4)).isEqualTo(Instant.parse("2026-11-20T08:00:05Z"));
        assertThat(evidence.entry("S1", 3))
                .isEqualTo(new Evidence.Entry(
                        new LineRef("S1", 2, 4), Instant.parse("2026-11-20T08:00:05Z"), Level.ERROR));
        assertThat(evidence.entry("S1", 5)).isNull();
    }

    @Test
    void interleavedStreamsKeepTheirOwnLevels() {
        Analysis analysis = keeping(EvidenceLimits.DEFAULT, 1);
        StringBuilder log = new StringBuilder();
        for (int i = 10; i < 50; i++) {
            log.append("web-1  | 2026-11-20 08:00:").append(i).append(" ERROR failed\n");
            log.append("db-1   | 2026-11-20 08:00:").append(i).append(" INFO fine\n");
            log.append("web-1  | java.lang.IllegalStateException: no\n");
            log.append("web-1  | \tat a.B.c(B.java:1)\n");
        }
        analysis.read(LogSource.text(log.toString(), "a"));
        Evidence evidence = analysis.evidence();

        assertThat(evidence.entry("S1", 43).level()).isEqualTo(Level.ERROR);
        assertThat(evidence.entry("S1", 42).level()).isEqualTo(Level.INFO);
        assertThat(evidence.entry("S1", 43).lines()).isEqualTo(new LineRef("S1", 41, 44));
    }

    @Test
    void beyondTheLimitTheMiddleIsLeftOutAndSaidSo() {
        int lines = 4_000;
        String log = log(lines);
        List<String> all = lines(read(log, 1).evidence(), "S1");
        Analysis analysis = keeping(new EvidenceLimits(60_000), 2);
        analysis.read(LogSource.text(log, "a"));
        Evidence evidence = analysis.evidence();

        assertThat(evidence.lines("S1")).isEqualTo(lines);
        assertThat(evidence.missing("S1")).isBetween(1L, lines - 200L);
        assertThat(evidence.text(LineRef.of("S1", 2_000))).isNull();
        assertThat(evidence.text(new LineRef("S1", 1, lines))).isNull();
        assertThat(evidence.entry("S1", 2_000)).isNull();
        int kept = 0;
        for (int i = 1; i <= lines; i++) {
            RedactedText text = evidence.text(LineRef.of("S1", i));
            if (text != null) {
                kept += text.length() + 1;
                assertThat(text.toString()).isEqualTo(all.get(i - 1));
            }
        }
        assertThat(kept).isBetween(35_000, 60_000);
        assertThat(evidence.text(LineRef.of("S1", 1))).isNotNull();
        assertThat(evidence.text(LineRef.of("S1", lines))).isNotNull();
        assertThat(analysis.frame().sources().get(0).notes())
                .anyMatch(note -> note.contains("can no longer be searched"));
    }

    @Test
    void aLaterSourceIsKeptAtTheExpenseOfTheMiddleOfTheFirst() {
        Analysis analysis = keeping(new EvidenceLimits(60_000), 1);
        analysis.read(LogSource.text(log(4_000), "a"));
        analysis.read(LogSource.text("one\ntwo\nthree\n", "b"));

        assertThat(lines(analysis.evidence(), "S2")).containsExactly("one", "two", "three");
    }

    @Test
    void ofASourceWhoseFirstLinesAreGoneNothingIsGivenUnderTheirNumbers() {
        Analysis analysis = keeping(new EvidenceLimits(40_000), 1);
        analysis.read(LogSource.text(log(2_000), "a"));
        analysis.read(LogSource.text(log(2_000), "b"));

        assertThat(analysis.evidence().text(LineRef.of("S2", 1))).isNull();
        assertThat(analysis.evidence().text(new LineRef("S2", 1, 2_000))).isNull();
        assertThat(analysis.evidence().text(new LineRef("S2", 1_990, 2_000))).isNotNull();
    }

    @Test
    void aSnapshotWhileReadingHasTheLinesOfThePartInTheMaking() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(writer, 1 << 16);
        Analysis analysis = keeping(EvidenceLimits.DEFAULT, 2);
        Future<?> reading = pool.submit(() -> analysis.read(LogSource.of(in, "live")));

        writer.write("2026-11-20 08:00:00 ERROR request from 203.0.113.9 failed\n".getBytes(UTF_8));
        writer.flush();
        for (int i = 0; i < 200 && analysis.evidence().lines("S1") == 0; i++) {
            Thread.sleep(20);
        }
        List<String> early = lines(analysis.evidence(), "S1");
        writer.write("2026-11-20 08:00:01 ERROR request from 203.0.113.10 failed\n".getBytes(UTF_8));
        writer.close();
        reading.get();

        assertThat(early).containsExactly("2026-11-20 08:00:00 ERROR request from <ip:1> failed");
        assertThat(lines(analysis.evidence(), "S1"))
                .containsExactly(early.get(0), "2026-11-20 08:00:01 ERROR request from <ip:2> failed");
    }

    @Test
    void nothingIsKeptUnlessAskedFor() {
        Analysis analysis = Troubleshooter.create().open();
        analysis.read(LogSource.text("one\n", "a"));

        assertThat(analysis.evidence()).isSameAs(Evidence.NONE);
    }

    @Test
    void aToolOutputIsOneMoreSource() {
        Analysis analysis = keeping(EvidenceLimits.DEFAULT, 1);
        analysis.read(LogSource.text("one\ntwo\n", "a"));
        RedactedText output = analysis.evidence().text(new LineRef("S1", 1, 2));

        Evidence more = analysis.evidence().with("T1", output);

        assertThat(more.sources()).containsExactly("S1", "T1");
        assertThat(lines(more, "T1")).containsExactly("one", "two");
        assertThat(more.lines("T1")).isEqualTo(2);
    }

    private Analysis read(String log, int threads) {
        Analysis analysis = keeping(EvidenceLimits.DEFAULT, threads);
        analysis.read(LogSource.text(log, "a.log"));
        return analysis;
    }

    private Analysis keeping(EvidenceLimits limits, int threads) {
        return Troubleshooter.builder()
                .inputLimits(SMALL_PARTS)
                .executor(pool, threads)
                .keepEvidence(limits)
                .build()
                .open();
    }

    private static List<String> lines(Evidence evidence, String source) {
        List<String> lines = new ArrayList<>();
        for (long i = 1; i <= evidence.lines(source); i++) {
            lines.add(String.valueOf(evidence.text(LineRef.of(source, i))));
        }
        return lines;
    }

    private static List<String> redacted(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Troubleshooter.create().redact(LogSource.of(file), out);
        return out.toString(UTF_8).lines().toList();
    }

    static String log(int lines) {
        SplittableRandom random = new SplittableRandom(42);
        StringBuilder log = new StringBuilder();
        Instant time = Instant.parse("2026-11-20T08:00:00Z");
        for (int i = 0; i < lines; i++) {
            time = time.plusMillis(random.nextInt(2_000));
            String level = random.nextInt(10) == 0 ? "ERROR" : "INFO";
            log.append(time).append(' ').append(level).append(" request from 203.0.113.");
            log.append(random.nextInt(1, 9)).append(random.nextInt(10)).append(" took ");
            log.append(random.nextInt(900)).append(" ms\n");
        }
        return log.toString();
    }
}
