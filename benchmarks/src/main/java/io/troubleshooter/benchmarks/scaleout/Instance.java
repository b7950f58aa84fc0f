package io.troubleshooter.benchmarks.scaleout;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One instance of the service, a process on a port of its own, which can be ended and started again. */
final class Instance {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path jar;
    private final int port;
    private final Path log;
    private final Map<String, String> settings;
    private Process process;

    /** Starts it. @param jar {@code tst-server.jar} */
    Instance(Path jar, int port, Path log, Map<String, String> settings) throws IOException, InterruptedException {
        this.jar = jar;
        this.port = port;
        this.log = log;
        this.settings = settings;
        this.process = started();
        awaitReady();
    }

    private Process started() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("java", "-Xmx512m", "-cp", jar.toString(), "io.troubleshooter.http.Main", "serve");
        builder.environment().putAll(settings);
        builder.environment().put("TST_LISTEN_PORT", Integer.toString(port));
        File to = log.toFile();
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(to))
                .start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            try {
                if (CLIENT.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is asked again.
            }
            Thread.sleep(100);
        }
        throw new IOException("an instance did not start, see " + log);
    }

    void startAgain() throws IOException, InterruptedException {
        process = started();
        awaitReady();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill}: it hands over what it has. @return how long that took, in seconds */
    double stop() throws InterruptedException {
        long start = System.nanoTime();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
