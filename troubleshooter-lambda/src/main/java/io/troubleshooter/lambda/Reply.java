package io.troubleshooter.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.http.problem.ProblemException;
import io.troubleshooter.http.problem.ProblemJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** An answer of HTTP. */
record Reply(int status, List<Header> headers, byte[] body) {

    Reply {
        headers = headers.stream().filter(Header::isOfTheMessage).toList();
    }

    /** A problem that the service itself could not tell. */
    static Reply problem(ProblemException problem, String path, String requestId) {
        ObjectNode json = ProblemJson.write(problem, path, requestId);
        return new Reply(
                problem.code().status(),
                List.of(new Header("Content-Type", ProblemJson.TYPE), new Header("X-Request-Id", requestId)),
                json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the body into an answer to Lambda: as text where it is text, else in Base64. */
    void writeBody(ObjectNode answer) {
        if (isText()) {
            try {
                answer.put(
                        "body",
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(body))
                                .toString());
                answer.put("isBase64Encoded", false);
                return;
            } catch (CharacterCodingException other) {
                // says it is text and is not: as it is, then
            }
        }
        answer.put("body", Base64.getEncoder().encodeToString(body));
        answer.put("isBase64Encoded", true);
    }

    private boolean isText() {
        String type = Header.first(headers, "Content-Type").toLowerCase(Locale.ROOT);
        boolean text = type.isEmpty()
                || type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/yaml")
                || type.startsWith("application/javascript")
                || type.contains("+json")
                || type.contains("+xml");
        return text && Header.first(headers, "Content-Encoding").isEmpty();
    }
}
