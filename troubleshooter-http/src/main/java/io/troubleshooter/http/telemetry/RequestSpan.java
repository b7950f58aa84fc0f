package io.troubleshooter.http.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A request in work. On one thread; its ids stand in every line that is logged meanwhile. */
public final class RequestSpan implements AutoCloseable {

    private final Span span;
    private final Scope scope;
    private final Instruments instruments;
    private final String method;
    private final String route;
    private final long start = System.nanoTime();
    private int status = 500;

    @SuppressWarnings("MustBeClosedChecker") // the scope ends with this, in close()
    private RequestSpan(Span span, Instruments instruments, String method, String route, String requestId) {
        this.span = span;
        this.scope = span.makeCurrent();
        this.instruments = instruments;
        this.method = method;
        this.route = route;
        MDC.put("trace_id", span.getSpanContext().getTraceId());
        MDC.put("span_id", span.getSpanContext().getSpanId());
        MDC.put("request_id", requestId);
    }

    static RequestSpan begin(
            Tracer tracer,
            Instruments instruments,
            String method,
            String route,
            @Nullable String traceparent,
            String requestId) {
        Span span = tracer.spanBuilder(method + " " + route)
                .setParent(parent(traceparent))
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(Names.HTTP_METHOD, method)
                .setAttribute(Names.HTTP_ROUTE, route)
                .startSpan();
        return new RequestSpan(span, instruments, method, route, requestId);
    }

    private static Context parent(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, new OneHeader());
    }

    /** For {@code traceresponse}: where this request is found among the traces. */
    public String traceresponse() {
        return "00-" + span.getSpanContext().getTraceId() + "-"
                + span.getSpanContext().getSpanId() + "-"
                + span.getSpanContext().getTraceFlags().asHex();
    }

    /** What was answered; 500 until it is said. */
    public void status(int code) {
        status = code;
    }

    @Override
    public void close() {
        MDC.clear();
        scope.close();
        span.setAttribute(Names.HTTP_STATUS, (long) status);
        if (status >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
        instruments
                .requests()
                .record(
                        (System.nanoTime() - start) / 1e9,
                        Attributes.of(
                                Names.HTTP_METHOD, method, Names.HTTP_ROUTE, route, Names.HTTP_STATUS, (long) status));
    }

    /** The one header, as the propagator reads it. */
    private record OneHeader() implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals("traceparent") ? carrier : null;
        }
    }
}
