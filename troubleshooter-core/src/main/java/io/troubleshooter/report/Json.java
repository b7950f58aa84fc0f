package io.troubleshooter.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.troubleshooter.text.LineRef;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writing JSON as a stream. */
final class Json {

    private Json() {}

    /** Writes something to JSON. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** Writes one element of an array. */
    @FunctionalInterface
    interface Element<T> {
        void write(JsonGenerator json, T element) throws IOException;
    }

    /** Indented, ended by a line break. */
    static String write(Content content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            content.writeTo(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.append('\n').toString();
    }

    static <T> void array(JsonGenerator json, String name, Collection<T> elements, Element<T> element)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : elements) {
            element.write(json, each);
        }
        json.writeEndArray();
    }

    /** Absent where there is nothing. */
    static void optional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    /** {@code [first, last]}. */
    static void lines(JsonGenerator json, String name, LineRef lines) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeNumber(lines.first());
        json.writeNumber(lines.last());
        json.writeEndArray();
    }
}
