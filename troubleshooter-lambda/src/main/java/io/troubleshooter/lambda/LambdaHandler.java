package io.troubleshooter.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.http.Service;
import io.troubleshooter.http.problem.ProblemCode;
import io.troubleshooter.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The function: the same service with the same interface, for where it is asked now and then. Takes requests of HTTP APIs
 * and REST APIs of API Gateway, of function URLs and of load balancers; a scheduled event keeps it warm.
 */
public final class LambdaHandler implements RequestStreamHandler, AutoCloseable {

    /** Lambda takes 6 MB of JSON for an answer. */
    static final int MOST_BYTES = 6 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SCHEDULERS = Set.of("aws.events", "aws.scheduler");
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final LambdaSettings settings;
    private final Service service;
    private final Loopback loopback;
    private final Rest rest;

    /** Starts the service with the settings of the environment; Lambda calls it once for each instance. */
    public LambdaHandler() throws InterruptedException {
        this(System.getenv());
    }

    LambdaHandler(Map<String, String> environment) throws InterruptedException {
        this.settings = LambdaSettings.of(environment);
        this.service = Inside.start(environment);
        this.loopback = new Loopback(service.port(), MOST_BYTES);
        this.rest = rest(environment.getOrDefault("AWS_LAMBDA_RUNTIME_API", ""));
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "tst-stop"));
    }

    private Rest rest(String runtime) throws InterruptedException {
        Rest before = new RestBefore(service, settings.patience());
        return runtime.isEmpty()
                ? before
                : RestBehind.register(runtime, service).orElse(before);
    }

    /**
     * Answers one event.
     *
     * @throws TroubleshooterException if it is none that this function is for
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        try {
            out.write(rested(JSON.readTree(in), context));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private byte[] rested(JsonNode event, Context context) throws IOException, InterruptedException {
        try {
            return answer(event, context);
        } finally {
            rest.after(context.getAwsRequestId(), left(context));
        }
    }

    private static Duration left(Context context) {
        return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
    }

    private byte[] answer(JsonNode event, Context context) throws IOException, InterruptedException {
        Optional<EventFormat> format = EventFormat.of(event, settings.basePath());
        if (format.isPresent()) {
            return answer(format.get(), event, context);
        }
        if (SCHEDULERS.contains(event.path("source").asText(""))) {
            return JSON.writeValueAsBytes(JsonNodeFactory.instance.objectNode().put("status", "up"));
        }
        throw new TroubleshooterException(
                Code.UNUSABLE_INPUT,
                "This event is none that the function is for.",
                "Call it by API Gateway, a function URL, a load balancer or a schedule.");
    }

    private byte[] answer(EventFormat format, JsonNode event, Context context)
            throws IOException, InterruptedException {
        String path = "";
        try {
            Call call = read(format, event);
            path = call.path();
            Reply reply = loopback.ask(call, context.getAwsRequestId(), patience(context));
            return written(format.write(reply, event));
        } catch (ProblemException problem) {
            Reply reply = Reply.problem(problem, path, context.getAwsRequestId());
            return written(format.write(reply, event));
        }
    }

    private static Call read(EventFormat format, JsonNode event) {
        try {
            return format.read(event);
        } catch (IllegalArgumentException damaged) {
            throw ProblemException.of(ProblemCode.MALFORMED_BODY);
        }
    }

    private Duration patience(Context context) {
        Duration left = left(context);
        Duration most = left.compareTo(settings.patience()) < 0 ? left : settings.patience();
        return most.compareTo(MARGIN) < 0 ? MARGIN : most;
    }

    /** Base64 and the escapes of JSON make a body longer than it was. */
    private static byte[] written(ObjectNode answer) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer);
        if (bytes.length > MOST_BYTES) {
            throw ProblemException.of(ProblemCode.ANSWER_TOO_LARGE);
        }
        return bytes;
    }

    /** Ends the service as it ends on a machine. */
    @Override
    public void close() {
        service.close();
    }
}
