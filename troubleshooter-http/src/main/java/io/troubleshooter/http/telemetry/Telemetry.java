package io.troubleshooter.http.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.Answer.CitationCount;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.diagnosis.Diagnosis.Usage;
import io.troubleshooter.model.ModelProvider;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the service tells of itself: spans, figures; never evidence, questions or answers. Thread-safe. */
public final class Telemetry implements AutoCloseable {

    private final Export export;
    private final Tracer tracer;
    private final Meter meter;
    private final Instruments instruments;

    Telemetry(Export export) {
        OpenTelemetry api = export.api();
        this.export = export;
        this.tracer = api.getTracer(Names.SCOPE);
        this.meter = api.getMeter(Names.SCOPE);
        this.instruments = Instruments.of(meter);
    }

    /** Begins to collect, and to send where a place to send to is configured. */
    public static Telemetry start(io.troubleshooter.http.config.Telemetry settings, String version) {
        Export export = Export.to(settings, version);
        LogSetup.apply(settings, export.api());
        return new Telemetry(export);
    }

    /**
     * Begins a request.
     *
     * @param route its path with names in braces, never what was really asked for
     * @param traceparent W3C header of the caller; null for none
     */
    public RequestSpan request(String method, String route, @Nullable String traceparent, String requestId) {
        return RequestSpan.begin(tracer, instruments, method, route, traceparent, requestId);
    }

    /** Does a stage of an analysis, such as {@code reading}. */
    public <T> T stage(String name, Supplier<T> work) {
        try (Stage stage = Stage.begin(tracer, instruments, name)) {
            return stage.run(work);
        }
    }

    /** The provider, with a span and figures for each call. */
    public ModelProvider watching(ModelProvider provider) {
        return new WatchedModel(provider, tracer, instruments);
    }

    /** Begins an answer: the listener hears all, and its stages become spans, until {@link AnswerSpan#close()}. */
    public AnswerSpan answer(AnswerListener listener) {
        Span span = tracer.spanBuilder("invoke_agent tst")
                .setSpanKind(SpanKind.INTERNAL)
                .setAttribute(Names.OPERATION, "invoke_agent")
                .startSpan();
        return new AnswerSpan(span, tracer, instruments, listener);
    }

    /** Counts a finished answer. */
    public void answered(Answer answer) {
        Usage usage = answer.diagnosis().usage();
        String version = answer.diagnosis().producedBy().promptVersion();
        Attributes by = Attributes.of(
                Names.ANALYST,
                answer.diagnosis().producedBy().analyst(),
                Names.OUTCOME,
                usage.cached() ? "cached" : "made",
                Names.PROMPT_VERSION,
                version == null ? "" : version);
        instruments.answers().add(1, by);
        instruments.cost().add(Math.max(0, usage.costUsd()), by);
        citations(answer.citations());
    }

    private void citations(CitationCount count) {
        cited("standing", count.standing());
        cited("dropped", count.claimed() - count.standing());
        cited("unsupported_claim", count.unsupported());
    }

    private void cited(String outcome, long count) {
        if (count > 0) {
            instruments.citations().add(count, Attributes.of(Names.OUTCOME, outcome));
        }
    }

    /** Counts what was taken out of new evidence. */
    public void redacted(Map<String, Long> byKind) {
        byKind.forEach((kind, count) -> instruments.redactions().add(count, Attributes.of(Names.KIND, kind)));
    }

    /** Shows a figure whenever somebody looks, such as how many questions wait. */
    public void gauge(String name, String description, LongSupplier value) {
        meter.gaugeBuilder(name)
                .ofLongs()
                .setDescription(description)
                .buildWithCallback(measurement -> measurement.record(value.getAsLong()));
    }

    /** Counts a request that ended in a problem, such as {@code busy}. */
    public void problem(String code) {
        instruments.problems().add(1, Attributes.of(Names.OUTCOME, code));
    }

    /** The work, in the trace of whoever hands it over. */
    public static Runnable inThisTrace(Runnable work) {
        return Context.current().wrap(work);
    }

    /** All figures in the text format of Prometheus. */
    public String prometheus() {
        return export.prometheus();
    }

    @Override
    public void close() {
        export.close();
    }
}
