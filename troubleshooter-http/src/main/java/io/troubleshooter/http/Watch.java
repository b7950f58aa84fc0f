package io.troubleshooter.http;

import io.javalin.http.Context;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.telemetry.RequestSpan;
import io.troubleshooter.http.telemetry.Telemetry;

/** Puts each request into a span of its route. */
final class Watch {

    private final Telemetry telemetry;

    Watch(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** What a request sets going. */
    interface Work {
        void run() throws Exception;
    }

    void over(Route route, Context context, String requestId, Work work) throws Exception {
        String method = route.method().name();
        try (RequestSpan span = telemetry.request(method, route.path(), context.header("traceparent"), requestId)) {
            context.header("traceresponse", span.traceresponse());
            run(work, span);
            span.status(context.statusCode());
        }
    }

    private void run(Work work, RequestSpan span) throws Exception {
        try {
            work.run();
        } catch (ProblemException problem) {
            throw noted(problem, span);
        } catch (TroubleshooterException failed) {
            throw noted(ProblemException.of(failed), span);
        } catch (RuntimeException defect) {
            telemetry.problem(ProblemCode.INTERNAL.code());
            throw defect;
        }
    }

    private ProblemException noted(ProblemException problem, RequestSpan span) {
        span.status(problem.code().status());
        telemetry.problem(problem.code().code());
        return problem;
    }
}
