package io.troubleshooter.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The function in a process of its own, run by AWS's client for the interface of runtimes. */
class RuntimeTest {

    private static final String LOG = "ERROR could not extend file \"base/1\": No space left on device";

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private void start(StubLambda lambda, Path database) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                LambdaHandler.class.getName() + "::handleRequest");
        java.environment().keySet().removeIf(name -> name.startsWith("TST_") || name.startsWith("JAVA_TOOL"));
        java.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API", lambda.address(),
                        "AWS_LAMBDA_FUNCTION_NAME", "troubleshooter",
                        "AWS_LAMBDA_FUNCTION_VERSION", "1",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                        "AWS_REGION", "eu-west-1",
                        "TST_ACCESS_REQUIRED", "true",
                        "TST_STORAGE_FILE", database.toString()));
        process = java.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static ObjectNode request(String key, String method, String path, String type, String body) {
        ObjectNode event = Events.bearing(Events.two("$default", method, path, ""), key);
        event.withObject("/headers").put("content-type", type);
        return body.isEmpty() ? event : event.put("body", body);
    }

    private static JsonNode body(JsonNode answer) throws IOException {
        return new ObjectMapper().readTree(answer.path("body").asText());
    }

    @ParameterizedTest(name = "with extensions: {0}")
    @ValueSource(booleans = {true, false})
    void questionsAreOverBeforeLambdaMayFreezeTheProcess(boolean extensions) throws Exception {
        Path database = folder.resolve("service.db");
        String key = Keys.create(folder, database);
        try (StubLambda lambda = new StubLambda(extensions)) {
            start(lambda, database);
            String at = "/v1/sessions/"
                    + body(lambda.invoke(request(key, "POST", "/v1/sessions", "application/json", "{}")))
                            .path("id")
                            .asText();
            lambda.invoke(request(key, "POST", at + "/evidence", "text/plain", LOG));
            JsonNode accepted = lambda.invoke(
                    request(key, "POST", at + "/questions", "application/json", "{\"text\": \"what broke?\"}"));
            String question = at + "/questions/" + body(accepted).path("id").asText();
            JsonNode asked = lambda.invoke(request(key, "GET", question, "text/plain", ""));

            assertThat(accepted.path("statusCode").intValue()).isEqualTo(202);
            assertThat(body(asked).path("state").textValue()).isEqualTo("done");
        }
    }
}
