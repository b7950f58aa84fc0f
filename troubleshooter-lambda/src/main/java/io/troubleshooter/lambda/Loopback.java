package io.troubleshooter.lambda;

import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;

/** Sends requests to the service in this process, and reads its answers within limits of size and time. Thread-safe. */
final class Loopback {

    static {
        // The name that users typed has to come through; read when the first client is made.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private final URI service;
    private final CappedBody bodies;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param mostBytes of the body of an answer */
    Loopback(int port, int mostBytes) {
        this.service = URI.create("http://127.0.0.1:" + port);
        this.bodies = new CappedBody(mostBytes);
    }

    /**
     * Asks, and waits for the whole answer. A stream of events ends when there are no more, or else when time is up: the
     * client comes back for the rest.
     *
     * @throws ProblemException {@code bad_request}, {@code out_of_time}, {@code answer_too_large}
     */
    Reply ask(Call call, String requestId, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        HttpRequest request = request(call, requestId, patience);
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            List<Header> headers = headers(answer);
            boolean events = Header.first(headers, "Content-Type").startsWith("text/event-stream");
            byte[] body = bodies.read(answer.body(), end, events);
            return new Reply(answer.statusCode(), headers, body);
        } catch (HttpTimeoutException late) {
            throw ProblemException.of(ProblemCode.OUT_OF_TIME);
        } catch (IOException broken) {
            throw ProblemException.of(ProblemCode.INTERNAL, "The service does not answer.");
        }
    }

    private HttpRequest request(Call call, String requestId, Duration patience) {
        try {
            String query = call.query().isEmpty() ? "" : "?" + call.query();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + call.path() + query))
                    .timeout(patience)
                    .method(call.method(), publisher(call.body()));
            call.headers().stream()
                    .filter(Loopback::mayPass)
                    .forEach(each -> request.header(each.name(), each.value()));
            if (!call.sender().isEmpty()) {
                request.header("X-Forwarded-For", call.sender());
            }
            if (Header.first(call.headers(), "X-Request-Id").isEmpty()) {
                request.header("X-Request-Id", requestId);
            }
            return request.build();
        } catch (IllegalArgumentException strange) {
            throw ProblemException.of(ProblemCode.BAD_REQUEST);
        }
    }

    /** From where a request comes is told anew: what stands there, anybody may have written. */
    private static boolean mayPass(Header header) {
        return header.isOfTheMessage() && !header.is("X-Forwarded-For");
    }

    private static BodyPublisher publisher(byte[] body) {
        return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }

    private static List<Header> headers(HttpResponse<?> answer) {
        return answer.headers().map().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> new Header(each.getKey(), value)))
                .toList();
    }
}
