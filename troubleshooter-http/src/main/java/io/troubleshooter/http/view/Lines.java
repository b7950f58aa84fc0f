package io.troubleshooter.http.view;

import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.http.problem.ProblemException;

/** Which lines a request may name. */
final class Lines {

    private Lines() {}

    /** Refuses a source that is not there. */
    static void require(Evidence evidence, String source) {
        if (!evidence.sources().contains(source)) {
            throw ProblemException.invalid("?source", "source has to be the id of a source of this session.");
        }
    }
}
