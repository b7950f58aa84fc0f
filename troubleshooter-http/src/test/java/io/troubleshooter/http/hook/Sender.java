package io.troubleshooter.http.hook;

import io.troubleshooter.http.RunningService;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Another program that signs what it sends. */
record Sender(RunningService service, String project, String secret) {

    HttpResponse<String> send(String path, String body) {
        return send(path, body, Instant.now());
    }

    HttpResponse<String> send(String path, String body, Instant time) {
        return service.send(request(path, body, time));
    }

    HttpRequest.Builder request(String path, String body, Instant time) {
        String timestamp = Long.toString(time.getEpochSecond());
        String signature = MessageSignature.sign(secret, timestamp, body.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(service.uri(path))
                .header("X-Tst-Project", project)
                .header("X-Tst-Timestamp", timestamp)
                .header("X-Tst-Signature", "v1=" + signature)
                .POST(BodyPublishers.ofString(body));
    }
}
