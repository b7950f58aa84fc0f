package io.troubleshooter.http.telemetry;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import java.util.concurrent.TimeUnit;

/** Hands log events to OpenTelemetry, with the trace they belong to and without exceptions' texts. */
final class OtelAppender extends AppenderBase<ILoggingEvent> {

    private static final AttributeKey<String> LOGGER = AttributeKey.stringKey("logger.name");
    private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("request_id");

    private final Logger logger;

    private OtelAppender(Logger logger) {
        this.logger = logger;
    }

    static OtelAppender started(LoggerContext context, OpenTelemetry api) {
        OtelAppender appender = new OtelAppender(api.getLogsBridge().get(Names.SCOPE));
        appender.setContext(context);
        appender.start();
        return appender;
    }

    @Override
    protected void append(ILoggingEvent event) {
        LogRecordBuilder entry = logger.logRecordBuilder()
                .setTimestamp(event.getTimeStamp(), TimeUnit.MILLISECONDS)
                .setSeverity(severity(event.getLevel().levelInt))
                .setSeverityText(event.getLevel().levelStr)
                .setBody(event.getFormattedMessage())
                .setAttribute(LOGGER, event.getLoggerName());
        String request = event.getMDCPropertyMap().get("request_id");
        if (request != null) {
            entry.setAttribute(REQUEST, request);
        }
        entry.emit();
    }

    /** Levels of Logback are 10,000 apart, from DEBUG. */
    private static Severity severity(int level) {
        return level >= 40_000
                ? Severity.ERROR
                : level >= 30_000 ? Severity.WARN : level >= 20_000 ? Severity.INFO : Severity.DEBUG;
    }
}
