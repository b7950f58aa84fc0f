package io.troubleshooter.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.record.StackTrace;
import io.troubleshooter.redact.RedactedText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Log records as JSON, one line each. {@code message} holds all lines of the message; where a stack trace follows it,
 * the trace is {@code stackTrace.text} instead. Failing to write throws {@link UncheckedIOException}.
 */
public final class RecordJson implements Consumer<LogRecord>, AutoCloseable {

    private final JsonGenerator json;

    /** @param out not closed by this */
    public RecordJson(OutputStream out) throws IOException {
        this.json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    @Override
    public void accept(LogRecord record) {
        try {
            write(record);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(LogRecord record) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", record.lines().source());
        Json.lines(json, "lines", record.lines());
        Json.optional(json, "time", record.time());
        json.writeStringField("level", record.level().name());
        Json.optional(json, "logger", record.logger());
        Json.optional(json, "stream", record.stream());
        json.writeStringField("format", record.format());
        boolean traceFollows =
                record.stackTrace() != null && !record.continuation().isEmpty();
        json.writeStringField("message", traceFollows ? record.message().toString() : whole(record));
        fields(record.fields());
        if (record.stackTrace() != null) {
            json.writeFieldName("stackTrace");
            trace(record.stackTrace(), traceFollows ? RedactedLines.joined(record.continuation()) : null);
        }
        json.writeEndObject();
    }

    private static String whole(LogRecord record) {
        return record.continuation().isEmpty()
                ? record.message().toString()
                : record.message() + "\n" + RedactedLines.joined(record.continuation());
    }

    private void fields(Map<String, RedactedText> fields) throws IOException {
        json.writeObjectFieldStart("fields");
        for (Map.Entry<String, RedactedText> field : fields.entrySet()) {
            json.writeStringField(field.getKey(), field.getValue().toString());
        }
        json.writeEndObject();
    }

    private void trace(StackTrace trace, @Nullable String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("language", trace.language());
        Json.optional(json, "text", text);
        Json.array(json, "chain", trace.chain(), RecordJson::thrown);
        json.writeEndObject();
    }

    private static void thrown(JsonGenerator json, StackTrace.Thrown thrown) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", thrown.type().toString());
        Json.optional(json, "message", thrown.message());
        json.writeNumberField("line", thrown.line());
        Json.array(json, "frames", thrown.frames(), RecordJson::frame);
        json.writeEndObject();
    }

    private static void frame(JsonGenerator json, StackTrace.Frame frame) throws IOException {
        json.writeStartObject();
        json.writeStringField("function", frame.function().toString());
        Json.optional(json, "file", frame.file());
        if (frame.lineNumber() > 0) {
            json.writeNumberField("line", frame.lineNumber());
        }
        json.writeBooleanField("inApp", frame.inApp());
        json.writeEndObject();
    }

    /** Ends the last line and hands everything on. */
    @Override
    public void close() throws IOException {
        if (json.getOutputContext().getEntryCount() > 0) {
            json.writeRaw('\n');
        }
        json.close();
    }
}
