package io.troubleshooter.benchmarks.scaleout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Watches a question to its end, coming back with the id of the last event whenever the stream breaks. */
final class Watcher {

    private static final long PATIENCE_NANOS = 90_000_000_000L;

    private final Api api;
    private final AtomicLong resumed;
    private long last;

    Watcher(Api api, AtomicLong resumed) {
        this.api = api;
        this.resumed = resumed;
    }

    /**
     * Watches.
     *
     * @return null if all went well, else what was wrong
     */
    @Nullable
    String watch(String key, String question) throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE_NANOS) {
            String end = once(key, question);
            if (end != null) {
                return end.isEmpty() ? null : end;
            }
            resumed.incrementAndGet();
            Thread.sleep(200);
        }
        return "no end of " + question;
    }

    /** Null to come back, empty for the end, else what was wrong. */
    private @Nullable String once(String key, String question) throws InterruptedException {
        api.await();
        HttpRequest.Builder request = api.request(key, question + "/events");
        if (last > 0) {
            request.header("Last-Event-ID", Long.toString(last));
        }
        try {
            HttpResponse<InputStream> answer = api.client().send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 204) {
                    return "";
                }
                return answer.statusCode() == 200 ? read(body) : null;
            }
        } catch (IOException broken) {
            return null;
        }
    }

    private @Nullable String read(InputStream body) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        boolean done = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                long id = Long.parseLong(line.substring(4));
                if (id <= last) {
                    return "event " + id + " came after " + last;
                }
                last = id;
            } else if (line.equals("event: done")) {
                done = true;
            } else if (line.isEmpty() && done) {
                return "";
            }
        }
        return null;
    }
}
