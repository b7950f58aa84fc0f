package io.troubleshooter.http.config;

import java.util.List;

/**
 * Where the service listens.
 *
 * @param host address or name; only loopback while nobody has to show a key
 * @param port 0 for any that is free
 * @param publicUrl what users type, for links and cookies; empty for what requests say
 * @param keystore PKCS#12 file with certificate and key; empty for plain HTTP
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 */
public record Listen(
        String host,
        int port,
        String publicUrl,
        String keystore,
        String keystorePassword,
        List<String> trustedProxies,
        List<String> allowedOrigins) {

    Listen withPort(int other) {
        return new Listen(host, other, publicUrl, keystore, keystorePassword, trustedProxies, allowedOrigins);
    }
}
