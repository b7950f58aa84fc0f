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
    private final List<Act> acts;
    private final List<Received> received = new ArrayList<>();

    BedrockServer(List<Act> acts) {
        this.acts = List.copyOf(acts);
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

    private synchronized Act next(Received request) {
        received.add(request);
        return acts.get(Math.min(received.size(), acts.size()) - 1);
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
