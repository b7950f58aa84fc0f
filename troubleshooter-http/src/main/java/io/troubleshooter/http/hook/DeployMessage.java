package io.troubleshooter.http.hook;

import static io.troubleshooter.http.hook.AlertText.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.problem.ProblemException;
import java.time.Instant;

/**
 * Something was deployed: {@code service}, and what else is known of {@code version}, {@code environment}, {@code by},
 * {@code time}, {@code description}.
 *
 * @param line as a line of log, which the engine marks in the timeline; not redacted yet
 */
record DeployMessage(Instant time, String line) {

    /** @param now for a deployment that has no time */
    static DeployMessage read(JsonNode json, Instant now) {
        String service = field(json, "service");
        if (service.isEmpty()) {
            throw ProblemException.invalid("/service", "A deployment has a service.");
        }
        Instant time = AlertText.time(json, "time", now);
        String line = time + " INFO deploy: deploying " + service
                + part(" ", field(json, "version"))
                + part(" to ", field(json, "environment"))
                + part(" by ", field(json, "by"))
                + part(": ", field(json, "description"));
        return new DeployMessage(time, line);
    }

    private static String part(String before, String value) {
        return value.isEmpty() ? "" : before + value;
    }
}
