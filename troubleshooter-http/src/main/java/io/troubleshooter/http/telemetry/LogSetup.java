package io.troubleshooter.http.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.opentelemetry.api.OpenTelemetry;
import io.troubleshooter.http.config.Telemetry;
import org.slf4j.LoggerFactory;

/** How the service logs: text by {@code logback.xml}, or a JSON object a line; and to the OTLP endpoint. */
final class LogSetup {

    private LogSetup() {}

    static void apply(Telemetry settings, OpenTelemetry api) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return; // the program that embeds the service logs in its own way
        }
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        if (settings.logs().equals("json")) {
            root.detachAndStopAllAppenders();
            root.addAppender(json(context));
            root.setLevel(Level.WARN);
        }
        if (!settings.otlp().isEmpty()) {
            root.addAppender(OtelAppender.started(context, api));
        }
    }

    private static ConsoleAppender<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithThrowable(false); // a library's exception may quote what it was given
        encoder.setWithContext(false);
        encoder.setWithSequenceNumber(false);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
