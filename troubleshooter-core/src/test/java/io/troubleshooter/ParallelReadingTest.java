package io.troubleshooter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.frame.IncidentFrame;
import io.troubleshooter.input.InputLimits;
import io.troubleshooter.input.LogSource;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same input gives the same frame, whatever the number of threads and however it arrives. */
class ParallelReadingTest {

    private static final InputLimits SMALL_PARTS = new InputLimits(1 << 20, Long.MAX_VALUE, 8_192);

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void theFrameDoesNotDependOnTheNumberOfThreads() {
        String log = log(4_000);
        IncidentFrame alone = troubleshooter(1).frame(List.of(LogSource.text(log, "a.log")));

        for (int threads = 2; threads <= 4; threads++) {
            assertThat(troubleshooter(threads).frame(List.of(LogSource.text(log, "a.log"))))
                    .isEqualTo(alone);
        }
    }

    @Test
    void placeholdersAreNumberedByFirstPositionAcrossParts() {
        IncidentFrame frame = troubleshooter(3).frame(List.of(LogSource.text(log(4_000), "a.log")));

        assertThat(frame.entities())
                .filteredOn(e -> e.kind().equals("ip"))
                .extracting(e -> e.value().toString())
                .contains("<ip:1>", "<ip:2>");
        assertThat(frame.redaction().byKind()).containsKey("ip");
    }

    @Test
    void aSnapshotOfWhatWasReadEqualsTheFrame() {
        Analysis analysis = troubleshooter(1).open();
        analysis.read(LogSource.text(log(500), "a.log"));

        assertThat(analysis.frame()).isEqualTo(analysis.frame());
        assertThat(analysis.frame().sources().get(0).lines()).isEqualTo(500);
    }

    @Test
    void aSnapshotWhileReadingKnowsThePartInTheMaking() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(writer, 1 << 16);
        Analysis analysis = troubleshooter(1).open();
        Future<?> reading = pool.submit(() -> analysis.read(LogSource.of(in, "live")));

        writer.write("2026-11-20 08:00:00 ERROR request from 203.0.113.9 failed: Connection refused\n".getBytes(UTF_8));
        writer.flush();
        IncidentFrame frame = await(analysis);
        writer.close();
        reading.get();

        assertThat(frame.sources().get(0).lines()).isEqualTo(1);
        assertThat(frame.sources().get(0).records()).isEqualTo(1);
        assertThat(frame.redaction().total()).isEqualTo(1);
        assertThat(analysis.frame().redaction().total()).isEqualTo(1);
    }

    /** The first frame that holds a record; the test fails by its own assertions if none does within ten seconds. */
    private static IncidentFrame await(Analysis analysis) throws InterruptedException {
        IncidentFrame frame = analysis.frame();
        for (int i = 0;
                i < 1_000
                        && (frame.sources().isEmpty() || frame.sources().get(0).records() == 0);
                i++) {
            Thread.sleep(10);
            frame = analysis.frame();
        }
        return frame;
    }

    private Troubleshooter troubleshooter(int threads) {
        return Troubleshooter.builder()
                .inputLimits(SMALL_PARTS)
                .executor(pool, threads)
                .build();
    }

    private static String log(int lines) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            String level = random.nextInt(50) == 0 ? "ERROR" : "INFO";
            log.append(String.format(
                    "2026-11-20 08:%02d:%02d.%03d %s [worker-%d] c.acme.Orders : request from 203.0.113.%d took %d ms%n",
                    i / 60 % 60, i % 60, random.nextInt(1000), level, random.nextInt(8), random.nextInt(40), i % 700));
        }
        return log.toString();
    }
}
