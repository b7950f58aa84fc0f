package io.troubleshooter.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.rule.RuleSet;
import io.troubleshooter.text.LineRef;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseReaderTest {

    private static final CaseReader READER = new CaseReader(RuleSet.builtIn());

    @TempDir
    Path folder;

    private CaseFolder one;

    @BeforeEach
    void soundCase() {
        one = new CaseFolder(folder, "pg-full").input("a.log", "one\ntwo\nthree");
    }

    @Test
    void aSoundCaseIsReadWhole() {
        one.input("b.log", "four\n").write();

        CaseSet read = READER.read(folder);

        assertThat(read.problems()).isEmpty();
        EvalCase only = read.sound().get(0);
        assertThat(only.id()).isEqualTo("pg-full");
        assertThat(only.inputs())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("a.log", "b.log");
        assertThat(only.evidence()).containsExactly(new EvalCase.Decisive(new LineRef("S1", 1, 2), true));
        assertThat(only.causes()).containsExactly("postgres/disk-full");
    }

    @Test
    void theLastLineCountsWithoutALineBreak() {
        one.with("evidence", "[{\"source\": \"S1\", \"lines\": [3, 3]}]").write();

        assertThat(READER.read(folder).problems()).isEmpty();
    }

    @Test
    void linesBehindTheEndAreNamed() {
        one.with("evidence", "[{\"source\": \"S1\", \"lines\": [2, 4]}]").write();

        assertProblem("pg-full: evidence[0].lines: ends at 4, but S1 has 3 lines");
    }

    @Test
    void aRangeThatRunsBackwardsIsNone() {
        one.with("evidence", "[{\"source\": \"S1\", \"lines\": [3, 2]}]").write();

        assertProblem("pg-full: evidence[0].lines: has to be [first, last], counted from 1");
    }

    @Test
    void aSourceThatIsNoFileIsNamed() {
        one.with("evidence", "[{\"source\": \"S2\", \"lines\": [1, 1]}]").write();

        assertProblem("pg-full: evidence[0].source: has to be S1 to S1, the files of input/ in order");
    }

    @Test
    void aRuleThatDoesNotExistIsNamed() {
        one.with("causes", "[\"database/no-such-rule\"]").write();

        assertProblem("pg-full: causes: there is no rule database/no-such-rule");
    }

    @Test
    void aCauseCannotBeRightAndWrong() {
        one.with("wrong", "[\"postgres/disk-full\"]").write();

        assertProblem("pg-full: wrong: postgres/disk-full is also in causes");
    }

    @Test
    void anIncidentNeedsStatementsAndEvidence() {
        one.with("statements", "[]").with("evidence", "[]").write();

        assertThat(READER.read(folder).problems())
                .extracting(CaseProblem::field)
                .contains("statements", "evidence");
    }

    @Test
    void aBenignCaseHasNoCause() {
        one.with("verdict", "\"no_incident\"").write();

        assertThat(READER.read(folder).problems())
                .extracting(CaseProblem::field)
                .contains("causes", "tags");
    }

    @Test
    void aMisspelledFieldIsNamed() {
        one.with("wrongs", "[]").write();

        assertProblem("pg-full: wrongs: is no field of a case");
    }

    @Test
    void theFolderGivesTheId() {
        one.with("id", "\"other\"").write();

        assertProblem("pg-full: id: is other, has to be the name of the folder");
    }

    @Test
    void aDuplicateIdIsNamed() {
        one.write();
        new CaseFolder(folder, "zz")
                .input("a.log", "one\ntwo")
                .with("id", "\"pg-full\"")
                .write();

        assertThat(READER.read(folder).problems())
                .extracting(CaseProblem::toString)
                .contains("zz: id: pg-full is taken");
    }

    @Test
    void brokenJsonIsSaidWithItsLineAndNotQuoted() {
        one.raw("{\n  \"id\": secret-text\n}");

        assertProblem("pg-full: case.json: is not valid JSON, line 2");
    }

    @Test
    void anUnknownSplitIsNamed() {
        one.with("split", "\"train\"").write();

        assertProblem("pg-full: split: is train, has to be one of dev, test");
    }

    @Test
    void problemsStopARun() {
        one.with("split", "\"train\"").write();
        CaseSet read = READER.read(folder);

        assertThatThrownBy(read::sound)
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("1 problem in the cases; pg-full: split: is train");
    }

    @Test
    void aFolderWithoutCasesIsSaid() {
        assertThatThrownBy(() -> READER.read(folder.resolve("none")))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("there are no cases in");
    }

    private void assertProblem(String problem) {
        assertThat(READER.read(folder).problems())
                .extracting(CaseProblem::toString)
                .containsExactly(problem);
    }
}
