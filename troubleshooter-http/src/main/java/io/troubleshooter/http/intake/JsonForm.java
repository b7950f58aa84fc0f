package io.troubleshooter.http.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the forms of the API from logs written in JSON: a form has no field that forms do not have. */
final class JsonForm {

    private static final Set<String> BRING = Set.of("text", "url", "metrics", "sources", "cloudwatch");
    private static final Set<String> KNOWN = Set.of("text", "url", "metrics", "sources", "cloudwatch", "name", "time");

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private JsonForm() {}

    /**
     * @return a form; an array of records, to be given as {@link #lines}; null for a log as it is
     * @throws ProblemException if it does not begin with JSON, or is more than one form
     */
    static @Nullable JsonNode read(byte[] json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return first == JsonToken.START_ARRAY ? records(parser) : log(parser, first);
            }
            JsonNode value = MAPPER.readTree(parser);
            boolean form = onlyKnown(value) && parser.nextToken() == null;
            return form ? one(value) : null;
        } catch (IOException broken) {
            throw Refusals.damaged("The body is no JSON; send a log that is no JSON as text/plain.");
        }
    }

    /** Anything else is a log as it is, if it is JSON at all. */
    private static @Nullable JsonNode log(JsonParser parser, @Nullable JsonToken first) throws IOException {
        if (first == null) {
            throw Refusals.damaged("The body is empty.");
        }
        parser.skipChildren();
        return null;
    }

    private static @Nullable JsonNode records(JsonParser parser) throws IOException {
        JsonNode array = MAPPER.readTree(parser);
        for (JsonNode each : array) {
            if (!each.isObject()) {
                return null;
            }
        }
        return parser.nextToken() == null ? array : null;
    }

    /** A line for each record. */
    static String lines(JsonNode records) {
        StringBuilder lines = new StringBuilder();
        records.forEach(each -> lines.append(each).append('\n'));
        return lines.toString();
    }

    private static boolean onlyKnown(JsonNode value) {
        boolean brings = false;
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            brings |= BRING.contains(name);
            if (!KNOWN.contains(name)) {
                return false;
            }
        }
        return brings;
    }

    private static JsonNode one(JsonNode value) {
        if (BRING.stream().filter(value::has).count() > 1) {
            throw ProblemException.invalid("/", "Give one of text, url, metrics, sources, cloudwatch.");
        }
        return value;
    }
}
