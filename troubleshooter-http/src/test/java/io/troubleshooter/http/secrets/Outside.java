package io.troubleshooter.http.secrets;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A server elsewhere that keeps every byte it is sent: as a model, a collector, a receiver of messages. */
final class Outside implements AutoCloseable {

    private final HttpServer server;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final int status;

    private Outside(HttpServer server, int status) {
        this.server = server;
        this.status = status;
    }

    /** @param status of every answer */
    static Outside answering(int status) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Outside outside = new Outside(HttpServer.create(any, 0), status);
        outside.server.createContext("/", exchange -> {
            outside.keep(exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8));
            outside.keep(exchange.getRequestHeaders().entrySet().toString().getBytes(StandardCharsets.UTF_8));
            outside.keep(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(outside.status, -1);
            exchange.close();
        });
        outside.server.start();
        return outside;
    }

    private synchronized void keep(byte[] bytes) {
        try {
            received.write(bytes);
            received.write('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized String received() {
        return received.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
