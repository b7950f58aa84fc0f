package io.troubleshooter.lambda;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import java.time.Duration;
import java.util.Map;

/**
 * What can be set of the function, beside the settings of the service.
 *
 * @param basePath {@code TST_LAMBDA_BASE_PATH}: what a domain of one's own puts before paths of a REST API; empty by default
 * @param patience {@code TST_LAMBDA_PATIENCE}: seconds, 1 to 890, that a request may take; 25 by default, because
 *     gateways give up after 29 or 30
 */
record LambdaSettings(String basePath, Duration patience) {

    /** Of names of variables that the service must not see: it refuses what it does not know. */
    static final String OWN = "TST_LAMBDA_";

    private static final int MOST_SECONDS = 890;

    static LambdaSettings of(Map<String, String> environment) {
        String base = environment.getOrDefault(OWN + "BASE_PATH", "");
        String seconds = environment.getOrDefault(OWN + "PATIENCE", "25");
        if (!seconds.matches("[1-9][0-9]{0,2}") || Integer.parseInt(seconds) > MOST_SECONDS) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION,
                    "TST_LAMBDA_PATIENCE has to be a number of seconds.",
                    "Set it to 1 to 890, below the timeout of the function and of what is before it.");
        }
        return new LambdaSettings(
                base.isEmpty() || base.startsWith("/") ? base : "/" + base,
                Duration.ofSeconds(Integer.parseInt(seconds)));
    }
}
