package io.troubleshooter;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.input.LogSource;
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

    private static Verdict verdict(String text) {
        return Troubleshooter.create().diagnose(LogSource.text(text, "paste")).verdict();
    }
}
