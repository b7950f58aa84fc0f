package io.troubleshooter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lambda's side of a function's process: the interfaces for runtimes and for extensions, as AWS documents them. Like
 * Lambda, it gives out an event only after the runtime and the extension have both asked for what comes next.
 */
final class StubLambda implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;
    private static final long TIMEOUT_MILLIS = 60_000;

    private final boolean extensions;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger numbers = new AtomicInteger();
    private final BlockingQueue<byte[]> toRuntime = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> toExtension = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Semaphore runtimeIsDone = new Semaphore(0);
    private final Semaphore extensionIsDone = new Semaphore(0);

    /** @param extensions whether it lets extensions register */
    StubLambda(boolean extensions) throws IOException {
        this.extensions = extensions;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/2018-06-01/runtime/invocation/next", this::runtimeNext);
        server.createContext("/2018-06-01/runtime/invocation/", this::answered);
        server.createContext("/2018-06-01/runtime/init/error", this::answered);
        server.createContext("/2020-01-01/extension/register", this::register);
        server.createContext("/2020-01-01/extension/event/next", this::extensionNext);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** @return what the function answered, as soon as it did */
    JsonNode invoke(JsonNode event) throws IOException, InterruptedException {
        take(runtimeIsDone, "the runtime does not ask for what comes next");
        if (extensions) {
            take(extensionIsDone, "the extension does not ask for what comes next");
            toExtension.add(JSON.writeValueAsBytes(Map.of(
                    "eventType",
                    "INVOKE",
                    "deadlineMs",
                    System.currentTimeMillis() + TIMEOUT_MILLIS,
                    "requestId",
                    id(numbers.get() + 1))));
        }
        toRuntime.add(JSON.writeValueAsBytes(event));
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IOException("the function does not answer");
        }
        return JSON.readTree(answer);
    }

    private static void take(Semaphore done, String otherwise) throws IOException, InterruptedException {
        if (!done.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException(otherwise);
        }
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-" + String.format("%012d", number);
    }

    private void runtimeNext(HttpExchange exchange) throws IOException {
        runtimeIsDone.release();
        byte[] event = next(toRuntime);
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", id(numbers.incrementAndGet()));
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + TIMEOUT_MILLIS));
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Trace-Id", "Root=1-67a1b2c3-000000000000000000000000;Sampled=0");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:111122223333:function:t");
        send(exchange, 200, event);
    }

    private void answered(HttpExchange exchange) throws IOException {
        answers.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        send(exchange, 202, "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8));
    }

    private void register(HttpExchange exchange) throws IOException {
        boolean named = exchange.getRequestHeaders().containsKey("Lambda-Extension-Name");
        if (extensions && named) {
            exchange.getResponseHeaders().add("Lambda-Extension-Identifier", "e-1");
        }
        send(exchange, extensions && named ? 200 : 403, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private void extensionNext(HttpExchange exchange) throws IOException {
        if (!"e-1".equals(exchange.getRequestHeaders().getFirst("Lambda-Extension-Identifier"))) {
            send(exchange, 403, new byte[0]);
            return;
        }
        extensionIsDone.release();
        send(exchange, 200, next(toExtension));
    }

    private static byte[] next(BlockingQueue<byte[]> queue) throws IOException {
        try {
            return queue.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
