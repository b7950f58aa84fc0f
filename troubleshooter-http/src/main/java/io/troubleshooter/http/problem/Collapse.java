package io.troubleshooter.http.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is said when something failed that nobody planned for; its own message may quote anything. */
public final class Collapse {

    private static final Duration RECOVERS = Duration.ofSeconds(10);

    private Collapse() {}

    /** {@code busy} where memory was short, here or on another thread that worked for this one; else {@code internal}. */
    public static ProblemException asProblem(Throwable failed) {
        return isOutOfMemory(failed)
                ? ProblemException.after(ProblemCode.BUSY, RECOVERS)
                : ProblemException.of(ProblemCode.INTERNAL);
    }

    private static boolean isOutOfMemory(@Nullable Throwable failed) {
        Throwable each = failed;
        for (int depth = 0; each != null && depth < 10; depth++) {
            if (each instanceof OutOfMemoryError) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }
}
