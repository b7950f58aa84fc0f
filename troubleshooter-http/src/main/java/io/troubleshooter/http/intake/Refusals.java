package io.troubleshooter.http.intake;

import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;

/** What is said of bodies that are not taken. */
final class Refusals {

    private Refusals() {}

    static ProblemException tooLarge(long bytes) {
        return ProblemException.of(
                ProblemCode.BODY_TOO_LARGE, "The body is larger than the " + size(bytes) + " that may be sent here.");
    }

    static ProblemException unpacksTooFar(long bytes) {
        return ProblemException.of(
                ProblemCode.BODY_TOO_LARGE,
                "Unpacked, it is larger than the " + size(bytes) + " that may be sent here.");
    }

    static ProblemException bomb() {
        return ProblemException.of(
                ProblemCode.BODY_TOO_LARGE, "It unpacks to hundreds of times its size, as no log does.");
    }

    static ProblemException damaged(String what) {
        return ProblemException.of(ProblemCode.MALFORMED_BODY, what);
    }

    static ProblemException unsupported(String what) {
        return ProblemException.of(ProblemCode.UNSUPPORTED_TYPE, what);
    }

    private static String size(long bytes) {
        long kib = bytes >> 10;
        return bytes < 1 << 10 ? bytes + " bytes" : kib < 1 << 10 ? kib + " KiB" : (kib >> 10) + " MiB";
    }
}
