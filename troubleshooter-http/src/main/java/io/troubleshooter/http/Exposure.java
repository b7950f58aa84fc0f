package io.troubleshooter.http;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.access.Hosts;
import io.troubleshooter.http.config.Listen;
import io.troubleshooter.http.config.ServiceConfig;

/** Whether a service may be reached by others. */
final class Exposure {

    private Exposure() {}

    /** @throws TroubleshooterException if everybody could use it from elsewhere */
    static void check(ServiceConfig config) {
        String host = config.listen().host();
        if (!config.access().required() && !Hosts.isLoopback(host)) {
            throw new TroubleshooterException(
                    Code.INVALID_CONFIGURATION,
                    "The service listens on this machine only while everybody may use it.",
                    "To open it to others: tst keys create --project default --user admin --role admin\n"
                            + "then: TST_ACCESS_REQUIRED=true TST_LISTEN_HOST=" + host + " tst serve");
        }
    }

    /** Whether users come by TLS, here or at a proxy before. */
    static boolean isByTls(Listen listen) {
        return !listen.keystore().isEmpty() || listen.publicUrl().startsWith("https://");
    }
}
