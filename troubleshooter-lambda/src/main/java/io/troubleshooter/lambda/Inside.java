package io.troubleshooter.lambda;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.Service;
import io.troubleshooter.http.config.ConfigReader;
import io.troubleshooter.http.config.ServiceConfig;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The service in this process, where only this process reaches it. */
final class Inside {

    private static final String LOOPBACK = "127.0.0.1";

    private Inside() {}

    /**
     * Starts it with the settings of the environment.
     *
     * @throws TroubleshooterException if they are wrong, or would let everybody in
     */
    static Service start(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.keySet().removeIf(name -> name.startsWith(LambdaSettings.OWN));
        Map<String, String> options = new HashMap<>();
        options.put("listen.host", LOOPBACK);
        options.put("listen.port", "0");
        options.put("listen.trustedProxies", LOOPBACK);
        if (!settings.containsKey("TST_STORAGE_FILE")) {
            options.put("storage.file", "/tmp/tst/tst-service.db"); // the only folder that can be written to
        }
        ServiceConfig config = ConfigReader.read(null, settings, options);
        checkAccess(config);
        return Service.start(config, Clock.systemUTC());
    }

    /** It listens on this machine, which for the service alone would be reason enough to trust everybody. */
    private static void checkAccess(ServiceConfig config) {
        if (!config.access().required()) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION,
                    "Everybody who has the address of the function could use the service.",
                    "Set TST_ACCESS_REQUIRED=true, and TST_ACCESS_OIDC_ISSUER and TST_ACCESS_OIDC_AUDIENCE for tokens.");
        }
    }
}
