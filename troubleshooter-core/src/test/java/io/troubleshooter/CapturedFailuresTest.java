package io.troubleshooter;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.input.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real programs printed when they were run into failure; see the README beside the logs. */
class CapturedFailuresTest {

    private static final Path FOLDER = Path.of("src/test/resources/captured");

    static Stream<String[]> cases() throws IOException {
        return Files.readAllLines(FOLDER.resolve("causes.tsv")).stream().map(line -> line.split("\t"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void theCauseComesFirst(String name, String cause) {
        Diagnosis diagnosis = Troubleshooter.create().diagnose(LogSource.of(FOLDER.resolve(name + ".log")));

        if (cause.equals("-")) {
            assertThat(diagnosis.verdict()).isEqualTo(Verdict.NO_INCIDENT);
        } else {
            assertThat(diagnosis.verdict()).isEqualTo(Verdict.INCIDENT);
            assertThat(diagnosis.hypotheses().get(0).cause()).isEqualTo(cause);
            assertThat(diagnosis.hypotheses().get(0).verified()).isTrue();
            assertThat(diagnosis.hypotheses().get(0).citations()).isNotEmpty();
        }
    }
}
