package io.troubleshooter.http.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;

/** A stage in work: a span, and its duration. On one thread. */
final class Stage implements AutoCloseable {

    private final Span span;
    private final Scope scope;
    private final Instruments instruments;
    private final String name;
    private final long start = System.nanoTime();

    @SuppressWarnings("MustBeClosedChecker") // the scope ends with this, in close()
    private Stage(Span span, Instruments instruments, String name) {
        this.span = span;
        this.scope = span.makeCurrent();
        this.instruments = instruments;
        this.name = name;
    }

    static Stage begin(Tracer tracer, Instruments instruments, String name) {
        return new Stage(tracer.spanBuilder(name).startSpan(), instruments, name);
    }

    <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(Names.ERROR, failed.getClass().getSimpleName());
            throw failed;
        }
    }

    @Override
    public void close() {
        scope.close();
        span.end();
        instruments.stages().record((System.nanoTime() - start) / 1e9, Attributes.of(Names.STAGE, name));
    }
}
