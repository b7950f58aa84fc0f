package io.troubleshooter.benchmarks.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A model that thinks for long and then is not available, behind the HTTP interface of OpenAI. */
final class SlowModel implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private SlowModel(HttpServer server) {
        this.server = server;
    }

    static SlowModel thinkingFor(long millis) throws IOException {
        SlowModel model =
                new SlowModel(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        model.server.setExecutor(model.threads);
        model.server.createContext("/", exchange -> answer(exchange, millis));
        model.server.start();
        return model;
    }

    private static void answer(HttpExchange exchange, long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(400, -1);
        exchange.close();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
