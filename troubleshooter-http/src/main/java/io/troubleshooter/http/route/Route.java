package io.troubleshooter.http.route;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of request. The only list of these is the {@link RouteTable}, from which access checks, tests and the check
 * of {@code openapi.yaml} are made.
 *
 * @param path with names in braces
 * @param operation its name in {@code openapi.yaml}
 */
public record Route(
        HandlerType method, String path, String operation, Access access, Handler handler, Set<Trait> traits) {

    private static final Handler NOTHING = exchange -> {};

    /** What else is to be known of a route. */
    public enum Trait {
        /** Spends from the caller's budget: its answers tell how that stands. */
        SPENDS,
        /** Does not count as a request: files of the page, of which one view needs many, and the health of the service. */
        UNCOUNTED,
        /** Its answer holds a secret that is shown once: it is not kept for a repeated request. */
        SECRET,
        /** About one session, named by {@code X-Session-ID}. */
        CURRENT_SESSION,
        /** Its answer goes on as long as something happens. */
        STREAM,
        /** Tells callers about themselves: those with a link to one session may ask too. */
        SELF
    }

    public Route {
        traits = Set.copyOf(traits);
    }

    public Route(HandlerType method, String path, String operation, Access access, Handler handler) {
        this(method, path, operation, access, handler, Set.of());
    }

    public static Route get(String path, String operation, Access access, Handler handler) {
        return new Route(HandlerType.GET, path, operation, access, handler);
    }

    public static Route post(String path, String operation, Access access, Handler handler) {
        return new Route(HandlerType.POST, path, operation, access, handler);
    }

    public static Route put(String path, String operation, Access access, Handler handler) {
        return new Route(HandlerType.PUT, path, operation, access, handler);
    }

    public static Route patch(String path, String operation, Access access, Handler handler) {
        return new Route(HandlerType.PATCH, path, operation, access, handler);
    }

    public static Route delete(String path, String operation, Access access, Handler handler) {
        return new Route(HandlerType.DELETE, path, operation, access, handler);
    }

    /** This route, of which this is also to be known. */
    public Route with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new Route(method, path, operation, access, handler, all);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** As this one, but what comes back is its headers alone. */
    public Route forHeaders() {
        return new Route(HandlerType.HEAD, path, operation, access, is(Trait.STREAM) ? NOTHING : handler, traits);
    }

    /** Whether it is about one session, named in the path or by {@code X-Session-ID}. */
    public boolean ofSession() {
        return path.equals(RouteTable.SESSION)
                || path.startsWith(RouteTable.SESSION + "/")
                || is(Trait.CURRENT_SESSION);
    }

    /** This route with {@code X-Session-ID} in place of the session in its path. */
    Route ofCurrentSession() {
        return new Route(
                        method,
                        path.equals(RouteTable.SESSION)
                                ? "/v1/session"
                                : "/v1" + path.substring(RouteTable.SESSION.length()),
                        operation + "OfCurrentSession",
                        access,
                        handler,
                        traits)
                .with(Trait.CURRENT_SESSION);
    }
}
