package io.troubleshooter.http.route;

import io.javalin.http.HandlerType;
import io.troubleshooter.http.Contract;
import io.troubleshooter.http.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Somebody who tries every route, with what they have to show. */
final class Visitor {

    private static final int LOOK_AT = 64 << 10;

    private final RunningService service;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> headers;
    private final Map<String, String> names;

    /**
     * @param headers what they show
     * @param names what stands for the names in paths
     */
    Visitor(RunningService service, Map<String, String> headers, Map<String, String> names) {
        this.service = service;
        this.headers = headers;
        this.names = names;
    }

    /** What a visitor is told; of an answer that goes on and on, its beginning. */
    record Told(int status, String body) {

        /** The code of the problem; empty if it is none. */
        String code() {
            return body.contains("\"code\":\"") ? body.replaceAll("(?s).*\"code\":\"([a-z_]+)\".*", "$1") : "";
        }
    }

    Told tries(Route route) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path(route)));
        headers.forEach(request::header);
        if (route.is(Route.Trait.CURRENT_SESSION)) {
            request.header("X-Session-ID", names.get("session"));
        }
        request.header("Content-Type", "application/json").method(route.method().name(), body(route));
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        boolean endless = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        try (InputStream body = answer.body()) {
            byte[] read = endless ? new byte[0] : body.readNBytes(LOOK_AT);
            String text = new String(read, StandardCharsets.UTF_8);
            Contract.check(answer, read.length == 0 || read.length == LOOK_AT ? null : text);
            return new Told(answer.statusCode(), text);
        }
    }

    private static BodyPublisher body(Route route) {
        return route.method() == HandlerType.GET || route.method() == HandlerType.DELETE
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString("{\"text\":\"ERROR x\",\"verdict\":\"yes\",\"rank\":1,\"title\":\"x\","
                        + "\"role\":\"viewer\",\"expiresIn\":\"1h\"}");
    }

    private String path(Route route) {
        String path = route.path();
        for (Map.Entry<String, String> name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        if (path.contains("{")) {
            throw new IllegalStateException("say in this test what stands for the name in " + route.path());
        }
        return path;
    }
}
