package io.troubleshooter.http.logs;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;

/** What AWS refused, as callers are told. */
final class LogFailures {

    private static final String TO_OPERATORS =
            "Tell who operates this service: its credentials, rights and region are set there.";

    private LogFailures() {}

    /** @param pointer what was not understood, if that is what failed */
    static ProblemException of(TroubleshooterException failed, String pointer) {
        String detail = failed.getMessage() + " " + advice(failed);
        return failed.code() == Code.INVALID_CONFIGURATION
                ? ProblemException.invalid(pointer, detail)
                : ProblemException.of(ProblemCode.LOGS_UNAVAILABLE, detail);
    }

    /** What people with a terminal of their own are told helps nobody here. */
    private static String advice(TroubleshooterException failed) {
        boolean forTerminals = failed.advice().contains("--") || failed.advice().contains("aws ");
        return forTerminals || failed.advice().contains("Allow the action") ? TO_OPERATORS : failed.advice();
    }
}
