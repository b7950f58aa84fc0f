package io.troubleshooter;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.input.LogSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tool says of its run as a whole counts for what came before it, and for nothing else. */
class OutcomesTest {

    private static final String TROUBLE = "FATAL:  password authentication failed for user \"app\"\n";

    @Test
    void aRunGotOverWhatItPrintedBeforeItSucceeded() {
        assertThat(verdict(TROUBLE + "[INFO] BUILD SUCCESS\n")).isEqualTo(Verdict.NO_INCIDENT);
    }

    @Test
    void whatComesAfterASuccessIsTrouble() {
        assertThat(verdict("[INFO] BUILD SUCCESS\n" + TROUBLE)).isEqualTo(Verdict.INCIDENT);
    }

    @Test
    void onePackageThatPassesSaysNothingOfAnotherThatFails() {
        String refused = "2025/07/01 09:00:00 login: dial tcp 127.0.0.1:1: connect: connection refused\n";
        String failed = refused + "--- FAIL: TestLogin (0.01s)\nFAIL\texample.com/shop/login\t0.02s\n";
        String passed = "--- PASS: TestRetry (0.01s)\nPASS\nok  \texample.com/shop/retry\t0.021s\n";
        assertThat(verdict(failed + passed)).isEqualTo(Verdict.INCIDENT);
        assertThat(verdict(refused + passed)).isEqualTo(Verdict.NO_INCIDENT);
    }

    @Test
    void aDatabaseThatIsUpAgainDoesNotExplainWhyItCrashed() {
        String crash = "2025-07-01 09:00:00.001 UTC [1] LOG:  server process (PID 88) was terminated by signal 11: "
                + "Segmentation fault\n";
        String up = "2025-07-01 09:00:01.001 UTC [1] LOG:  database system is ready to accept connections\n";
        assertThat(verdict(crash + up)).isEqualTo(Verdict.INCIDENT);
    }

    @Test
    void whatWorkOutlastsIsShownWithoutAnAlarmUnlessItIsAskedAbout() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            log.append(
                    String.format("2025-07-01 09:%02d:%02d INFO order %d done in 12 ms%n", i / 60, i % 60, 4000 + i));
            if (i == 50) {
                log.append("2025-07-01 09:00:50 ERROR mail: connect to 10.1.1.9:25: Connection refused\n");
            }
        }
        Diagnosis quiet = Troubleshooter.create().diagnose(LogSource.text(log.toString(), "app.log"));
        assertThat(quiet.verdict()).isEqualTo(Verdict.NO_INCIDENT);
        assertThat(quiet.summary())
                .startsWith("Nothing that lasts; seen on the way: ")
                .contains("first at 09:00:50");
        assertThat(quiet.hypotheses().get(0).citations().get(0).lines().first()).isEqualTo(52);
        assertThat(quiet.runbook()).isEmpty();

        Diagnosis asked = Troubleshooter.create()
                .diagnose(List.of(LogSource.text(log.toString(), "app.log")), "why is the connection refused?");
        assertThat(asked.verdict()).isEqualTo(Verdict.INCIDENT);
        assertThat(asked.hypotheses().get(0).confidence())
                .isGreaterThan(quiet.hypotheses().get(0).confidence());
    }

    private static Verdict verdict(String text) {
        return Troubleshooter.create().diagnose(LogSource.text(text, "paste")).verdict();
    }
}
