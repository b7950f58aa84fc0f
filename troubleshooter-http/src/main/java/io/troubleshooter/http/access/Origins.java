package io.troubleshooter.http.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.troubleshooter.http.config.Listen;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose pages may call. A browser sends requests for any page that somebody looks at, with the cookies of this service
 * and from the machine that it listens on; the headers that no page can forge say whose page it was.
 */
public final class Origins {

    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final List<String> allowed;
    private final @Nullable String publicHost;

    /** @param listen {@code publicUrl} and {@code allowedOrigins} of it */
    public Origins(Listen listen) {
        this.allowed = listen.allowedOrigins().stream()
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .toList();
        this.publicHost = listen.publicUrl().isEmpty()
                ? null
                : URI.create(listen.publicUrl()).getRawAuthority().toLowerCase(Locale.ROOT);
    }

    /** Whether the operator lets pages of this origin call. */
    public boolean allows(@Nullable String origin) {
        return origin != null && allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    /**
     * Refuses names of other machines: a page can point a name of its own at 127.0.0.1 and is then of the same origin as
     * a service here (DNS rebinding), but its name stands in the request.
     */
    public void checkHost(Context context) {
        String host = context.header("Host");
        if (host == null || !isOurs(host.toLowerCase(Locale.ROOT))) {
            throw ProblemException.of(
                    ProblemCode.FORBIDDEN,
                    "This service answers to localhost, 127.0.0.1, [::1] and its publicUrl only.");
        }
    }

    private boolean isOurs(String authority) {
        return Hosts.isLoopback(Hosts.withoutPort(authority)) || authority.equals(publicHost);
    }

    /** Refuses what pages of other origins send; following a link to a page here is no harm. */
    public void checkOrigin(Context context) {
        String origin = context.header("Origin");
        boolean foreign = origin != null
                ? !isOwn(origin, context) && !allows(origin)
                : OTHER_SITES.contains(String.valueOf(context.header("Sec-Fetch-Site"))) && !isNavigation(context);
        if (foreign) {
            throw ProblemException.of(ProblemCode.FORBIDDEN, "A page of another origin may not do this.");
        }
    }

    private boolean isOwn(String origin, Context context) {
        int scheme = origin.indexOf("://");
        String authority = scheme < 0 ? "" : origin.substring(scheme + 3).toLowerCase(Locale.ROOT);
        return !authority.isEmpty()
                && (authority.equalsIgnoreCase(context.header("Host")) || authority.equals(publicHost));
    }

    private static boolean isNavigation(Context context) {
        return context.method() == HandlerType.GET
                && "navigate".equals(context.header("Sec-Fetch-Mode"))
                && !context.path().startsWith("/v1/");
    }
}
