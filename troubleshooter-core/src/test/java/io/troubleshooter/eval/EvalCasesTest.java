package io.troubleshooter.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.rule.RuleSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The cases of the project itself. Their truth is not tested here, only that it is well-formed. */
class EvalCasesTest {

    private static final Path FOLDER = Path.of("../eval-datasets/cases");

    @Test
    void everyCaseIsSound() {
        CaseSet read = new CaseReader(RuleSet.builtIn()).read(FOLDER);

        assertThat(read.problems()).isEmpty();
        assertThat(read.cases()).hasSizeGreaterThan(50);
    }
}
