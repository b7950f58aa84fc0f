package io.troubleshooter.http.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.troubleshooter.http.config.Telemetry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where spans, figures and logs go: to be fetched as Prometheus text, and to an OTLP endpoint where one is set. */
final class Export implements AutoCloseable {

    private final OpenTelemetrySdk sdk;
    private final PrometheusMetricReader reader;

    private Export(OpenTelemetrySdk sdk, PrometheusMetricReader reader) {
        this.sdk = sdk;
        this.reader = reader;
    }

    static Export to(Telemetry settings, String version) {
        Resource resource = Resource.create(Attributes.of(
                AttributeKey.stringKey("service.name"),
                settings.serviceName(),
                AttributeKey.stringKey("service.version"),
                version));
        PrometheusMetricReader reader = PrometheusMetricReader.builder()
                .setOtelScopeLabelsEnabled(false)
                .setTargetInfoMetricEnabled(false)
                .build();
        SdkTracerProviderBuilder traces = SdkTracerProvider.builder().setResource(resource);
        SdkMeterProviderBuilder metrics =
                SdkMeterProvider.builder().setResource(resource).registerMetricReader(reader);
        SdkLoggerProviderBuilder logs = SdkLoggerProvider.builder().setResource(resource);
        if (!settings.otlp().isEmpty()) {
            send(settings.otlp().replaceAll("/+$", ""), traces, metrics, logs);
        }
        return new Export(
                OpenTelemetrySdk.builder()
                        .setTracerProvider(traces.build())
                        .setMeterProvider(metrics.build())
                        .setLoggerProvider(logs.build())
                        .build(),
                reader);
    }

    private static void send(
            String endpoint,
            SdkTracerProviderBuilder traces,
            SdkMeterProviderBuilder metrics,
            SdkLoggerProviderBuilder logs) {
        traces.addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint + "/v1/traces")
                        .build())
                .build());
        metrics.registerMetricReader(PeriodicMetricReader.create(OtlpHttpMetricExporter.builder()
                .setEndpoint(endpoint + "/v1/metrics")
                .build()));
        logs.addLogRecordProcessor(BatchLogRecordProcessor.builder(OtlpHttpLogRecordExporter.builder()
                        .setEndpoint(endpoint + "/v1/logs")
                        .build())
                .build());
    }

    OpenTelemetry api() {
        return sdk;
    }

    String prometheus() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, reader.collect(), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        sdk.close();
    }
}
