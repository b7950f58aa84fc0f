package io.troubleshooter.http.route;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/** A small JSON body: bounded in size and depth. */
final class JsonBody {

    private static final int MAX_BYTES = 64 << 10;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build());

    private JsonBody() {}

    static JsonNode read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw ProblemException.of(ProblemCode.BODY_TOO_LARGE, "A JSON body may have 64 KiB.");
            }
            JsonNode read = MAPPER.readTree(bytes);
            if (read == null || !read.isObject()) {
                throw ProblemException.of(ProblemCode.MALFORMED_BODY, "The body has to be a JSON object.");
            }
            return read;
        } catch (JsonProcessingException broken) {
            throw ProblemException.of(ProblemCode.MALFORMED_BODY, "The body is no JSON.");
        } catch (IOException cut) {
            throw ProblemException.of(ProblemCode.MALFORMED_BODY, "The body ended early.");
        }
    }
}
