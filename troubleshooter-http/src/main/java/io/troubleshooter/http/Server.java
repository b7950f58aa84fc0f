package io.troubleshooter.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.http.access.Caller;
import io.troubleshooter.http.access.Gate;
import io.troubleshooter.http.access.Role;
import io.troubleshooter.http.config.Limits;
import io.troubleshooter.http.config.Listen;
import io.troubleshooter.http.problem.Collapse;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.problem.ProblemJson;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.RouteTable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes on HTTP: identifies the caller, checks the role, turns what fails into problems. */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final String REQUEST_ID = "tst.request-id";

    private final RouteTable table;
    private final Gate gate;
    private final Edge edge;
    private final Watch watch;

    Server(RouteTable table, Gate gate, Edge edge, Watch watch) {
        this.table = table;
        this.gate = gate;
        this.edge = edge;
        this.watch = watch;
    }

    Javalin javalin(Listen listen, Limits limits) {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = Long.MAX_VALUE; // bodies are streams; whoever reads one counts
            config.router.javaLangErrorHandler((answer, failed) -> {
                logged(failed, "outside of routes");
                answer.setStatus(Collapse.asProblem(failed).code().status());
            });
            new Connectors(listen, limits).configure(config.jetty);
            routes(config);
        });
    }

    private void routes(JavalinConfig config) {
        config.routes.before(context -> {
            context.header("X-Request-Id", requestId(context));
            edge.before(context);
        });
        config.routes.after(edge::after);
        for (Route route : table.routes()) {
            add(config, route);
            if (route.method() == HandlerType.GET) {
                add(config, route.forHeaders());
            }
        }
        config.routes.exception(ProblemException.class, Server::problem);
        config.routes.exception(
                TroubleshooterException.class, (failed, context) -> problem(ProblemException.of(failed), context));
        config.routes.exception(MethodNotAllowedResponse.class, Server::otherMethod);
        config.routes.exception(HttpResponseException.class, (failed, context) -> problem(asProblem(failed), context));
        config.routes.exception(Exception.class, (failed, context) -> {
            logged(failed, requestId(context));
            problem(Collapse.asProblem(failed), context);
        });
    }

    private void add(JavalinConfig config, Route route) {
        config.routes.addHttpHandler(route.method(), route.path(), context -> handle(route, context));
    }

    private void handle(Route route, Context context) throws Exception {
        String id = requestId(context);
        watch.over(route, context, id, () -> {
            try {
                answer(route, context, id);
            } catch (Error failed) { // the service goes on: what this request took is free again
                logged(failed, id);
                throw Collapse.asProblem(failed);
            }
        });
    }

    /** The class only: a message may quote the request. */
    private static void logged(Throwable failed, String requestId) {
        LOG.error("request {} failed: {}", requestId, failed.getClass().getName());
    }

    private void answer(Route route, Context context, String id) throws Exception {
        Caller caller = caller(route, context);
        edge.count(route, context, caller);
        Optional<Exchange> exchange = edge.begin(route, context, caller, id);
        if (exchange.isPresent()) {
            route.handler().handle(exchange.get());
        }
    }

    private Caller caller(Route route, Context context) {
        Role needed = route.access().role();
        if (needed == null) {
            return new Caller("", "", Role.VIEWER, Caller.Means.LOCAL, "");
        }
        Caller caller = gate.identify(context);
        if (!caller.role().covers(needed)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        checkSession(route, context, caller);
        return caller;
    }

    /** Who may see one session only sees nothing else, whatever a route would show to a viewer. */
    private static void checkSession(Route route, Context context, Caller caller) {
        if (caller.session() == null || route.is(Route.Trait.SELF)) {
            return;
        }
        if (!route.ofSession()) {
            throw ProblemException.of(ProblemCode.FORBIDDEN, "This link opens one session only.");
        }
        if (!new Exchange(context, caller, "").session().equals(caller.session())) {
            throw ProblemException.of(ProblemCode.SESSION_NOT_FOUND);
        }
    }

    private static String requestId(Context context) {
        String known = context.attribute(REQUEST_ID);
        if (known != null) {
            return known;
        }
        String given = context.header("X-Request-Id");
        String id = given != null && given.matches("[A-Za-z0-9._-]{1,64}")
                ? given
                : UUID.randomUUID().toString();
        context.attribute(REQUEST_ID, id);
        return id;
    }

    private static void problem(ProblemException problem, Context context) {
        if (problem.code() == ProblemCode.BODY_TOO_LARGE) {
            Lingering.over(context.req());
        }
        Duration wait = problem.retryAfter();
        if (wait != null) {
            context.header("Retry-After", Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000)));
        }
        if (problem.code().status() == 401) {
            context.header("WWW-Authenticate", "Bearer realm=\"tst\"");
        }
        context.status(problem.code().status())
                .result(ProblemJson.write(problem, context.path(), requestId(context))
                        .toString())
                .contentType(ProblemJson.TYPE);
    }

    /** Tells what can be done here: to who asks for that, and to who tried something else. */
    private static void otherMethod(MethodNotAllowedResponse failed, Context context) {
        context.header("Allow", failed.getDetails().getOrDefault("availableMethods", "") + ", OPTIONS");
        if (context.method() == HandlerType.OPTIONS) {
            context.status(204);
        } else {
            problem(ProblemException.of(ProblemCode.METHOD_NOT_ALLOWED), context);
        }
    }

    private static ProblemException asProblem(HttpResponseException failed) {
        return ProblemException.of(
                switch (failed.getStatus()) {
                    case 404 -> ProblemCode.NOT_FOUND;
                    case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
                    case 413 -> ProblemCode.BODY_TOO_LARGE;
                    case 415 -> ProblemCode.UNSUPPORTED_TYPE;
                    default -> ProblemCode.BAD_REQUEST;
                });
    }
}
