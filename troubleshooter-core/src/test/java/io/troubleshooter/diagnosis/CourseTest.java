package io.troubleshooter.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.input.LogSource;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Trouble that work outlasts is no incident; trouble that lasts, grows or damages something is one. */
class CourseTest {

    private static final String REFUSED = "ERROR payment failed: connect to pay:443: Connection refused";
    private static final String DISK = "ERROR journal not written: No space left on device";

    @Test
    void aFewThatFailAmongManyAreNoIncident() {
        assertThat(verdict(REFUSED, second -> second % 50 == 25)).isEqualTo(Verdict.NO_INCIDENT);
    }

    @Test
    void oneOfThreeThatFailsIsAnIncident() {
        assertThat(verdict(REFUSED, second -> second % 3 == 1)).isEqualTo(Verdict.INCIDENT);
    }

    @Test
    void aStretchOfTroubleThatALongCalmFollowsIsNoIncident() {
        assertThat(verdict(REFUSED, second -> second > 60 && second < 100)).isEqualTo(Verdict.NO_INCIDENT);
    }

    @Test
    void troubleThatLastsUntilTheEndIsAnIncident() {
        assertThat(verdict(REFUSED, second -> second > 280)).isEqualTo(Verdict.INCIDENT);
    }

    @Test
    void aFullDiskIsAnIncidentHoweverSeldomItShows() {
        assertThat(verdict(DISK, second -> second % 50 == 25)).isEqualTo(Verdict.INCIDENT);
    }

    @Test
    void anotherFaultThatLastsKeepsThePassingOneInThePicture() {
        assertThat(verdict(REFUSED, second -> second == 20, DISK, second -> second > 250))
                .isEqualTo(Verdict.INCIDENT);
    }

    private static Verdict verdict(String trouble, IntPredicate when) {
        return verdict(trouble, when, trouble, when);
    }

    private static Verdict verdict(String one, IntPredicate whenOne, String other, IntPredicate whenOther) {
        StringBuilder log = new StringBuilder();
        for (int second = 0; second < 300; second++) {
            String line = whenOne.test(second)
                    ? one
                    : whenOther.test(second) ? other : "INFO order " + second + " paid in " + second % 7 + " ms";
            log.append("2026-03-01 10:%02d:%02d.000 %s%n".formatted(second / 60, second % 60, line));
        }
        return Troubleshooter.create()
                .diagnose(LogSource.text(log.toString(), "app.log"))
                .verdict();
    }
}
