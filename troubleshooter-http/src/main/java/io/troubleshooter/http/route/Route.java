package io.troubleshooter.http.route;

import io.javalin.http.HandlerType;

/**
 * A kind of request. The only list of these is the {@link RouteTable}, from which access checks, tests and the check
 * of {@code openapi.yaml} are made.
 *
 * @param path with names in braces
 * @param operation its name in {@code openapi.yaml}
 */
public record Route(HandlerType method, String path, String operation, Access access, Handler handler) {

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

    /** Whether it is about one session, named in the path or by {@code X-Session-ID}. */
    public boolean ofSession() {
        return path.startsWith(RouteTable.SESSION + "/");
    }
}
