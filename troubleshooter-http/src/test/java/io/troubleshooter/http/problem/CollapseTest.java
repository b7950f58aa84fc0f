package io.troubleshooter.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CollapseTest {

    @Test
    void wantOfMemoryIsBusyAndMayBeRepeated() {
        ProblemException problem = Collapse.asProblem(new CompletionException(new OutOfMemoryError("secret")));
        assertThat(problem.code()).isEqualTo(ProblemCode.BUSY);
        assertThat(problem.retryAfter()).isPositive();
        assertThat(problem.detail()).doesNotContain("secret");
    }

    @Test
    void everythingElseIsAFailureOfTheService() {
        ProblemException problem = Collapse.asProblem(new StackOverflowError("secret"));
        assertThat(problem.code()).isEqualTo(ProblemCode.INTERNAL);
        assertThat(problem.detail()).doesNotContain("secret");
    }
}
