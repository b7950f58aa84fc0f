package io.troubleshooter.report;

import io.troubleshooter.diagnosis.Diagnosis.Hypothesis;

/** Which hypothesis follows from which, in words. */
final class Relations {

    private Relations() {}

    static String of(Hypothesis hypothesis) {
        if (hypothesis.followsFrom() > 0) {
            return "follows from [" + hypothesis.followsFrom() + "]";
        }
        StringBuilder out = new StringBuilder();
        for (int rank : hypothesis.explains()) {
            out.append(out.isEmpty() ? "explains [" : ", [").append(rank).append(']');
        }
        return out.toString();
    }
}
