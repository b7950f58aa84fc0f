package io.troubleshooter.http.edge;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.troubleshooter.http.access.Origins;

/** Lets the pages of allowed origins call with a key. Never with a cookie: that is for the own page alone. */
public final class Cors {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String TAKEN = "Authorization, Content-Type, Content-Encoding, Idempotency-Key, Last-Event-ID,"
            + " X-Request-Id, X-Session-ID, X-Share-Token, traceparent";
    private static final String SHOWN = "Location, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed,"
            + " X-Request-Id, X-Redacted-Total, X-Redacted-Kinds, traceresponse";
    private static final String SECONDS = "600";

    private final Origins origins;

    public Cors(Origins origins) {
        this.origins = origins;
    }

    /** Allows what may be read; a browser's question before a request is answered here. */
    public void put(Context context) {
        String origin = context.header("Origin");
        if (origin == null || !origins.allows(origin)) {
            return;
        }
        context.header("Access-Control-Allow-Origin", origin);
        context.header("Vary", "Origin");
        context.header("Access-Control-Expose-Headers", SHOWN);
        if (isPreflight(context)) {
            context.header("Access-Control-Allow-Methods", METHODS);
            context.header("Access-Control-Allow-Headers", TAKEN);
            context.header("Access-Control-Max-Age", SECONDS);
            context.status(204).skipRemainingHandlers();
        }
    }

    private static boolean isPreflight(Context context) {
        return context.method() == HandlerType.OPTIONS && context.header("Access-Control-Request-Method") != null;
    }
}
