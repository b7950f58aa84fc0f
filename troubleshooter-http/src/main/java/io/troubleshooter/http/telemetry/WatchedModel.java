package io.troubleshooter.http.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelException;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TokenUsage;
import java.util.Locale;

/** A provider with a span and figures for each call. */
final class WatchedModel implements ModelProvider {

    private final ModelProvider provider;
    private final Tracer tracer;
    private final Instruments instruments;

    WatchedModel(ModelProvider provider, Tracer tracer, Instruments instruments) {
        this.provider = provider;
        this.tracer = tracer;
        this.instruments = instruments;
    }

    @Override
    public String id() {
        return provider.id();
    }

    @Override
    public ModelCard card(String model) {
        return provider.card(model);
    }

    @Override
    public ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits) {
        Span span = span(request);
        long start = System.nanoTime();
        String error = "";
        try (Scope current = span.makeCurrent()) {
            ModelReply reply = provider.ask(request, sink, limits);
            told(span, reply);
            count(request.model(), reply.usage());
            return reply;
        } catch (ModelException failed) {
            error = failed.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            span.setStatus(StatusCode.ERROR).setAttribute(Names.ERROR, error);
            count(request.model(), failed.used());
            throw failed;
        } finally {
            span.end();
            instruments.calls().record((System.nanoTime() - start) / 1e9, call(request.model(), error));
        }
    }

    private Span span(ModelRequest request) {
        return tracer.spanBuilder("chat " + request.model())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(Names.OPERATION, "chat")
                .setAttribute(Names.PROVIDER, Names.provider(provider.id()))
                .setAttribute(Names.REQUEST_MODEL, request.model())
                .setAttribute(Names.REQUEST_MAX_TOKENS, (long) request.maxTokens())
                .startSpan();
    }

    private static void told(Span span, ModelReply reply) {
        span.setAttribute(Names.RESPONSE_MODEL, reply.model());
        span.setAttribute(Names.FINISH_REASON, reply.stop().name().toLowerCase(Locale.ROOT));
        span.setAttribute(Names.INPUT_TOKENS, reply.usage().input());
        span.setAttribute(Names.OUTPUT_TOKENS, reply.usage().output());
        span.setAttribute(Names.CACHE_READ, reply.usage().cacheRead());
        span.setAttribute(Names.CACHE_WRITE, reply.usage().cacheWrite());
    }

    private void count(String model, TokenUsage usage) {
        instruments.tokens().record(usage.input(), tokens(model, "input"));
        instruments.tokens().record(usage.output(), tokens(model, "output"));
    }

    private Attributes tokens(String model, String type) {
        return call(model, "").toBuilder().put(Names.TOKEN_TYPE, type).build();
    }

    private Attributes call(String model, String error) {
        Attributes call = Attributes.of(
                Names.OPERATION, "chat", Names.PROVIDER, Names.provider(provider.id()), Names.REQUEST_MODEL, model);
        return error.isEmpty() ? call : call.toBuilder().put(Names.ERROR, error).build();
    }

    @Override
    public void close() {
        provider.close();
    }
}
