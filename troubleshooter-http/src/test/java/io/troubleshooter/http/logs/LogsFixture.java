package io.troubleshooter.http.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.aws.cloudwatch.CloudWatchLogsServer;
import io.troubleshooter.http.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** What tests with a server of CloudWatch Logs share. */
public final class LogsFixture {

    static final ObjectMapper JSON = new ObjectMapper();

    private LogsFixture() {}

    /** Settings of a service that may read groups of this server. */
    public static Map<String, String> settings(CloudWatchLogsServer server, String groups) {
        System.setProperty("aws.accessKeyId", "test-id");
        System.setProperty("aws.secretAccessKey", "test-key");
        Map<String, String> settings = new HashMap<>();
        settings.put("cloudwatch.groups", groups);
        settings.put("cloudwatch.region", "eu-west-1");
        settings.put("cloudwatch.endpoint", server.endpoint().toString());
        return settings;
    }

    static String session(RunningService service) {
        return json(service.post("/v1/sessions", "{}")).path("id").asText();
    }

    /** @param form value of {@code cloudwatch}, with ' in place of " */
    static HttpResponse<String> add(RunningService service, String session, String form) {
        return service.send(HttpRequest.newBuilder(service.uri("/v1/sessions/" + session + "/evidence"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"cloudwatch\": " + form.replace('\'', '"') + "}")));
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
