package io.troubleshooter.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.eval.EvalCase.Decisive;
import io.troubleshooter.eval.EvidenceRecall.Way;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model is shown of a long log holds the lines that decide, where cutting by position would not. */
class EvidenceRecallTest {

    private static final Path CASES = Path.of("../eval-datasets/cases");

    /** A cause that is said once, and how it shows afterwards. */
    private static final String[][] FAILURES = {
        {"WARN  shop.Disk - volume /var/lib/shop is 100% full", "ERROR shop.Orders - cannot write order"},
        {
            "INFO  shop.Config - pool size set to 2 by release 5.3.0",
            "ERROR shop.Pool - no connection within 30000 ms for order"
        },
        {
            "WARN  shop.Tls - certificate of inventory expired yesterday",
            "ERROR shop.Stock - handshake with inventory failed for order"
        },
        {"ERROR shop.Db - FATAL: sorry, too many clients already", "ERROR shop.Orders - order not stored"},
        {"INFO  shop.Deploy - release 5.3.0 starts, reads prices from file", "ERROR shop.Prices - no currency for item"
        },
        {"WARN  shop.Cache - evicting all keys, memory limit reached", "WARN  shop.Cart - cart is empty, reloading"},
        {"INFO  shop.Dns - inventory now resolves to nothing", "ERROR shop.Stock - unknown host inventory for order"},
        {"FATAL shop.Core - worker 3 killed by signal 9", "ERROR shop.Queue - message not acknowledged"}
    };

    private static final String[] CHATTER = {
        "INFO  shop.Http - GET /items/%d 200 in %d ms",
        "INFO  shop.Orders - order %d accepted in %d ms",
        "INFO  shop.Mail - mail %d sent in %d ms",
        "DEBUG shop.Cache - key %d read in %d us",
        "INFO  shop.Stock - item %d reserved, %d left",
        "WARN  shop.Mail - mail %d delayed, try %d follows",
        "INFO  shop.Health - check %d passed in %d ms",
        "ERROR shop.Track - beacon %d not delivered after %d ms, ignored"
    };

    private record Buried(Path file, long cause, long symptom) {}

    @Test
    void ofLongLogsTheDecisiveLinesAreShownTwiceAsOftenAsByHeadAndTail(@TempDir Path folder) throws IOException {
        List<EvidenceRecall> recalls = new ArrayList<>();
        for (int seed = 0; seed < 2 * FAILURES.length; seed++) {
            recalls.add(EvidenceRecall.of(asCase(bury(seed, folder.resolve(seed + ".log")))));
        }
        double digest = mean(recalls, r -> r.onset(Way.DIGEST, 4_000));
        assertThat(digest).isGreaterThanOrEqualTo(0.95);
        assertThat(digest).isGreaterThanOrEqualTo(2 * mean(recalls, r -> r.onset(Way.HEAD_AND_TAIL, 4_000)));
        assertThat(digest).isGreaterThanOrEqualTo(2 * mean(recalls, r -> r.onset(Way.HEAD, 4_000)));
        assertThat(digest).isGreaterThanOrEqualTo(2 * mean(recalls, r -> r.onset(Way.TAIL, 4_000)));
    }

    @Test
    void ofTheLongCapturedCasesTheDecisiveLinesAreShown() {
        List<EvidenceRecall> recalls = new CaseReader(RuleSet.builtIn())
                .read(CASES).cases().stream()
                        .filter(c -> c.split().equals("dev") && c.tags().contains("long"))
                        .filter(c -> !c.evidence().isEmpty())
                        .map(EvidenceRecall::of)
                        .toList();
        assertThat(recalls).hasSizeGreaterThan(10);
        assertThat(mean(recalls, r -> r.onset(Way.DIGEST, 4_000))).isGreaterThanOrEqualTo(0.95);
        assertThat(mean(recalls, r -> r.share(Way.DIGEST, 4_000))).isGreaterThanOrEqualTo(0.95);
        assertThat(mean(recalls, r -> r.share(Way.DIGEST, 4_000)))
                .isGreaterThan(mean(recalls, r -> r.share(Way.HEAD_AND_TAIL, 4_000)));
    }

    private static double mean(List<EvidenceRecall> recalls, ToDoubleFunction<EvidenceRecall> value) {
        return recalls.stream().mapToDouble(value).average().orElseThrow();
    }

    private static EvalCase asCase(Buried log) {
        return new EvalCase(
                "buried",
                "dev",
                "jvm",
                "hard",
                List.of("long"),
                null,
                List.of(log.file()),
                Verdict.INCIDENT,
                List.of(),
                List.of(),
                List.of(
                        new Decisive(LineRef.of("S1", log.cause()), false),
                        new Decisive(LineRef.of("S1", log.symptom()), false)),
                List.of(),
                List.of(),
                List.of());
    }

    /** Some thousand lines of chatter with recurrent harmless complaints, a cause somewhere in the middle, its symptoms. */
    private static Buried bury(int seed, Path file) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        Instant time = Instant.parse("2026-11-21T10:00:00Z");
        int total = 3_000 + random.nextInt(6_000);
        int cause = (int) (total * (0.2 + 0.6 * random.nextDouble()));
        int symptom = cause + 5 + random.nextInt(20);
        for (int line = 0; line < total; line++) {
            time = time.plusMillis(random.nextInt(900));
            boolean failing = line >= symptom && line < symptom + 200 && (line == symptom || random.nextInt(3) == 0);
            String text = line == cause
                    ? FAILURES[seed % FAILURES.length][0]
                    : failing ? FAILURES[seed % FAILURES.length][1] + " " + random.nextInt(9_000) : chatter(random);
            lines.add(time + " " + text);
        }
        Files.write(file, lines);
        return new Buried(file, cause + 1L, symptom + 1L);
    }

    private static String chatter(Random random) {
        int kind = random.nextInt(100);
        int shown = kind < 2 ? 7 : kind < 5 ? 5 : kind % 5;
        return String.format(CHATTER[shown], random.nextInt(90_000), random.nextInt(400));
    }
}
