package io.troubleshooter.aws.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The way to DynamoDB, with trouble, as it looks on the wire. */
public final class TroubledHttp implements SdkHttpClient {

    private static final long SLOWNESS = TimeUnit.MILLISECONDS.toNanos(30);

    private final SdkHttpClient way;
    private final Troubles troubles;

    public TroubledHttp(SdkHttpClient way, Troubles troubles) {
        this.way = way;
        this.troubles = troubles;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest untroubled = way.prepareRequest(request);
        await(troubles.gate());
        Optional<Trouble> trouble = troubles.draw();
        return trouble.isEmpty() ? untroubled : new Troubled(untroubled, request, trouble.get());
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private record Troubled(ExecutableHttpRequest request, HttpExecuteRequest content, Trouble trouble)
            implements ExecutableHttpRequest {

        @Override
        public HttpExecuteResponse call() throws IOException {
            return switch (trouble) {
                case THROTTLED -> error(400, "ProvisionedThroughputExceededException", "");
                case LIMITED -> error(400, "ThrottlingException", "");
                case CONFLICT -> conflict();
                case RESET -> throw new SocketException("Connection reset");
                case LOST -> {
                    done();
                    throw new SocketTimeoutException("Read timed out");
                }
                case BROKEN -> error(500, "InternalServerError", "");
                case BROKEN_AFTER -> {
                    done();
                    yield error(500, "InternalServerError", "");
                }
                case UNPROCESSED -> unprocessed();
                case SLOW -> {
                    LockSupport.parkNanos(SLOWNESS);
                    yield request.call();
                }
            };
        }

        private void done() throws IOException {
            Optional<AbortableInputStream> body = request.call().responseBody();
            if (body.isPresent()) {
                try (InputStream answer = body.get()) {
                    answer.transferTo(OutputStream.nullOutputStream());
                }
            }
        }

        private String operation() {
            String target =
                    content.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
            return target.substring(target.indexOf('.') + 1);
        }

        private HttpExecuteResponse unprocessed() throws IOException {
            if (!operation().equals("BatchWriteItem")) {
                return request.call();
            }
            try (InputStream asked =
                    content.contentStreamProvider().orElseThrow().newStream()) {
                JsonNode items = new ObjectMapper().readTree(asked).get("RequestItems");
                return answer(200, "{\"UnprocessedItems\":" + items + "}");
            }
        }

        private HttpExecuteResponse conflict() throws IOException {
            return switch (operation()) {
                case "TransactWriteItems" ->
                    error(
                            400,
                            "TransactionCanceledException",
                            ",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"}]");
                case "PutItem", "UpdateItem", "DeleteItem" -> error(400, "TransactionConflictException", "");
                default -> request.call();
            };
        }

        private static HttpExecuteResponse error(int status, String type, String more) {
            String body = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"as arranged\""
                    + more + "}";
            return answer(status, body);
        }

        private static HttpExecuteResponse answer(int status, String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder()
                            .statusCode(status)
                            .putHeader("Content-Type", "application/x-amz-json-1.0")
                            .putHeader("Content-Length", Integer.toString(bytes.length))
                            .build())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                    .build();
        }

        @Override
        public void abort() {
            request.abort();
        }
    }

    @Override
    public String clientName() {
        return way.clientName();
    }

    /** The way is shared, and stays open. */
    @Override
    public void close() {}
}
