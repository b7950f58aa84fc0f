package io.troubleshooter.langchain4j;

import io.troubleshooter.contract.Scene;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A real HTTP server on loopback that plays scenes, one a request, the last one again and again. */
final class WireServer implements AutoCloseable {

    private final ServerSocket socket;
    private final WireFormat format;
    private final List<Scene> scenes;
    private final List<String> bodies = new ArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private int played;

    WireServer(WireFormat format, List<Scene> scenes) {
        this.format = format;
        this.scenes = scenes;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::accept, "wire-server");
        thread.setDaemon(true);
        thread.start();
    }

    String baseUrl() {
        return "http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort() + "/v1";
    }

    synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    void awaitHungUp() throws InterruptedException {
        if (!hungUp.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the client kept its connection open");
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> serve(client), "wire-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String body = request(in);
            Scene scene = next(body);
            OutputStream out = client.getOutputStream();
            if (scene.kind() == Scene.Kind.HANG) {
                waitForTheEnd(in);
                return;
            }
            boolean streams = body.contains("\"stream\":true") || body.contains("\"stream\" : true");
            answer(scene, streams, out);
            out.flush();
        } catch (IOException e) {
            // The client went away: that is its right.
        }
    }

    private synchronized Scene next(String body) {
        bodies.add(body);
        return scenes.get(Math.min(played++, scenes.size() - 1));
    }

    private void waitForTheEnd(InputStream in) throws IOException {
        try {
            while (in.read() >= 0) {
                // Whatever comes, nothing goes back.
            }
        } catch (SocketException e) {
            // Reset is an end as well.
        }
        hungUp.countDown();
    }

    private void answer(Scene scene, boolean streams, OutputStream out) throws IOException {
        int status = format.status(scene.kind());
        if (status != 200) {
            write(
                    out,
                    "HTTP/1.1 " + status + " Error\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                            + format.error(scene.kind()));
            return;
        }
        if (!streams) {
            write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                            + format.whole(scene));
            return;
        }
        write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: close\r\n\r\n");
        List<String> events = format.events(scene);
        int last = scene.kind() == Scene.Kind.CUT ? events.size() / 2 : events.size();
        for (String event : events.subList(0, last)) {
            byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
            write(out, Integer.toHexString(bytes.length) + "\r\n" + event + "\r\n");
        }
        if (scene.kind() == Scene.Kind.CUT) {
            letArrive();
            return;
        }
        write(out, "0\r\n\r\n");
    }

    /** The JDK's client forgets what it has not handed on yet when a connection breaks. */
    private static void letArrive() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String request(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        while (!line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
            line = line(in);
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            next = in.read();
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
