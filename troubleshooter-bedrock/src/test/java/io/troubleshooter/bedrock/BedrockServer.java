package io.troubleshooter.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server on loopback that speaks the wire format of Bedrock: plays one act for each request, the last one for ever. */
final class BedrockServer implements AutoCloseable {

    /** What the server does with a request. */
    @FunctionalInterface
    interface Act {
        void play(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A request as it came. */
    record Received(String path, JsonNode body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Function<Received, Act> script;
    private final List<Received> received = new ArrayList<>();

    BedrockServer(List<Act> acts) {
        this(inOrder(List.copyOf(acts)));
    }

    /** Does what the request asks for. */
    BedrockServer(Function<Received, Act> script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    private static Function<Received, Act> inOrder(List<Act> acts) {
        AtomicInteger next = new AtomicInteger();
        return request -> acts.get(Math.min(next.getAndIncrement(), acts.size() - 1));
    }

    private synchronized Act next(Received request) {
        received.add(request);
        return script.apply(request);
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes());
        Act act = next(new Received(exchange.getRequestURI().getRawPath(), body));
        try (exchange) {
            act.play(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
