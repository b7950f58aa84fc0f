package io.troubleshooter.eval;

import static io.troubleshooter.eval.Scores.benign;
import static io.troubleshooter.eval.Scores.incident;
import static io.troubleshooter.eval.Scores.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.eval.RunJson.TestCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJsonTest {

    private static final Run RUN =
            run("offline", incident("a", 1), benign("b", false), incident("c", "test", 2, 0, 0.5));

    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsReadBackWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), RunJson.write(RUN, TestCases.SHOWN));

        assertThat(RunReader.read(file)).isEqualTo(RUN);
    }

    @Test
    void ofTheTestSplitScoresAreKeptAndAnswersAreNot() throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), RunJson.write(RUN, TestCases.SCORES));

        CaseScore score = RunReader.read(file).of("test").get(0);

        assertThat(score.rank()).isEqualTo(2);
        assertThat(score.cause()).isNull();
    }

    @Test
    void hiddenCasesStillCountInTheFigures() {
        String json = RunJson.write(RUN, TestCases.HIDDEN);

        assertThat(json).doesNotContain("\"c\"").contains("\"test\" : {");
    }

    @Test
    void runsOfOneAnalystComeInTheOrderOfTime() throws IOException {
        Files.writeString(folder.resolve("a.json"), RunJson.write(RUN, TestCases.SCORES));
        Files.writeString(folder.resolve("b.json"), RunJson.write(run("model"), TestCases.SCORES));

        assertThat(RunReader.all(folder, "offline")).extracting(Run::analyst).containsExactly("offline");
    }

    @Test
    void aFileThatIsNoRunIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), "{\"schema\": \"other\"}");

        assertThatThrownBy(() -> RunReader.read(file))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageEndingWith("is no run of tst eval");
    }
}
