package io.troubleshooter;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.diagnosis.Diagnosis;
import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;
import io.troubleshooter.diagnosis.Diagnosis.Verdict;
import io.troubleshooter.input.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole library on made-up pastes of every area; see the README beside them. */
class DiagnosisCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/cases");

    private static final List<Outcome> OUTCOMES = new ArrayList<>();

    private record Case(String id, String set, List<String> accepted) {

        static Case of(String row) {
            String[] cells = row.split("\t");
            return new Case(cells[0], cells[1], List.of(cells[2].split(" ")));
        }

        boolean isBenign() {
            return accepted.contains(Verdict.NO_INCIDENT.name());
        }
    }

    private record Outcome(Case of, Diagnosis diagnosis) {

        /** Counted from 1; 0 where no accepted cause is named. */
        int rank() {
            for (Hypothesis hypothesis : diagnosis.hypotheses()) {
                if (of.accepted.contains(hypothesis.cause())) {
                    return hypothesis.rank();
                }
            }
            return 0;
        }

        boolean isWithin(int places) {
            return rank() > 0 && rank() <= places;
        }

        String row() {
            String first = diagnosis.hypotheses().isEmpty()
                    ? ""
                    : diagnosis.hypotheses().get(0).cause();
            return "%-4s %-28s %-22s rank %d  %s".formatted(of.set, of.id, diagnosis.verdict(), rank(), first);
        }
    }

    @BeforeAll
    static void diagnoseAll() throws IOException {
        Troubleshooter troubleshooter = Troubleshooter.create();
        for (String row : Files.readAllLines(FOLDER.resolve("cases.tsv"))) {
            Case next = Case.of(row);
            Diagnosis diagnosis = troubleshooter.diagnose(LogSource.of(FOLDER.resolve(next.id + ".log")));
            OUTCOMES.add(new Outcome(next, diagnosis));
        }
        OUTCOMES.forEach(outcome -> System.out.println(outcome.row()));
    }

    @Test
    void nothingIsRaisedWhereNothingIsWrong() {
        assertThat(OUTCOMES.stream().filter(outcome -> outcome.of.isBenign()))
                .hasSizeGreaterThan(20)
                .allSatisfy(outcome -> assertThat(outcome.diagnosis.verdict())
                        .as(outcome.row())
                        .isEqualTo(Verdict.NO_INCIDENT));
    }

    @Test
    void theCauseComesFirstInMost() {
        assertThat(share(1)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void theCauseIsAmongTheFirstThreeInNearlyAll() {
        assertThat(share(3)).isGreaterThanOrEqualTo(0.9);
    }

    private static double share(int places) {
        List<Outcome> incidents =
                OUTCOMES.stream().filter(outcome -> !outcome.of.isBenign()).toList();
        long right =
                incidents.stream().filter(outcome -> outcome.isWithin(places)).count();
        return (double) right / incidents.size();
    }
}
