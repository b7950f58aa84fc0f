package io.troubleshooter.lambda;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A line of a header. */
record Header(String name, String value) {

    /** Of one connection only, or said anew by whoever sends on. */
    private static final Set<String> OF_A_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Whether it may be passed on. */
    boolean isOfTheMessage() {
        return !name.startsWith(":") && !OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The first of that name; empty for none. */
    static String first(List<Header> headers, String name) {
        return headers.stream()
                .filter(each -> each.is(name))
                .findFirst()
                .map(Header::value)
                .orElse("");
    }
}
