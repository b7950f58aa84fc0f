package io.troubleshooter.http.edge;

import io.javalin.http.Context;
import java.util.Map;

/** Tells browsers what not to do with any answer of this service. Routes may say more, such as how long to keep it. */
public final class SecurityHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Frame-Options", "DENY",
            "Permissions-Policy",
                    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), display-capture=()");

    private static final String A_YEAR = "max-age=31536000";

    private final String contentPolicy;
    private final boolean tls;

    /**
     * @param contentPolicy for {@code Content-Security-Policy}
     * @param tls whether users come by TLS
     */
    public SecurityHeaders(String contentPolicy, boolean tls) {
        this.contentPolicy = contentPolicy;
        this.tls = tls;
    }

    public void put(Context context) {
        ALWAYS.forEach(context::header);
        context.header("Content-Security-Policy", contentPolicy);
        context.header("Cache-Control", "no-store");
        if (tls) {
            context.header("Strict-Transport-Security", A_YEAR);
        }
    }
}
