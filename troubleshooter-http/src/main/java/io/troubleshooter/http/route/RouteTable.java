package io.troubleshooter.http.route;

import java.util.ArrayList;
import java.util.List;

/** All routes of the service. */
public final class RouteTable {

    /**
     * What is under here can be called without this part of the path and with {@code X-Session-ID} instead; the session
     * itself as {@code /v1/session}.
     */
    public static final String SESSION = "/v1/sessions/{session}";

    private final List<Route> routes;

    private RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** The routes given, and those of sessions also without the session in the path. */
    public static RouteTable of(List<Route> given) {
        List<Route> all = new ArrayList<>(given);
        for (Route route : given) {
            if (route.path().equals(SESSION) || route.path().startsWith(SESSION + "/")) {
                all.add(route.ofCurrentSession());
            }
        }
        return new RouteTable(all);
    }

    public List<Route> routes() {
        return routes;
    }
}
