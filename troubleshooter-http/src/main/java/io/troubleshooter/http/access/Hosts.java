package io.troubleshooter.http.access;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of this machine, as settings and requests have them. Nothing is resolved. */
public final class Hosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Hosts() {}

    public static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /** {@code host} or {@code host:port} without the port, in small letters. */
    static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']');
        return (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
    }
}
