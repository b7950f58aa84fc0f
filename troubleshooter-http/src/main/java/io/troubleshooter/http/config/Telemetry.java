package io.troubleshooter.http.config;

/**
 * What the service tells of itself.
 *
 * @param otlp endpoint that takes OTLP over HTTP; empty for none
 * @param logs {@code json} or {@code text}
 * @param metricsOpen whether {@code /metrics} asks nobody for a key
 */
public record Telemetry(String otlp, String serviceName, String logs, boolean metricsOpen) {}
