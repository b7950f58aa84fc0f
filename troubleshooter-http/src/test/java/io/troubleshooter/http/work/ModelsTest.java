package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.guard.AnswerCache;
import io.troubleshooter.guard.InMemoryBudgets;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.config.ConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that settings name. */
@Timeout(60)
class ModelsTest {

    @TempDir
    Path folder;

    private static Models open(String... settings) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return Models.open(ConfigReader.read(null, Map.of(), all).model(), Clock.systemUTC());
    }

    @Test
    void withoutAProviderRulesAnswer() {
        try (Models models = open()) {
            assertThat(models.available()).isFalse();
            assertThat(models.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "oracle, some-model, '', model.provider",
        "bedrock, '', '', model.id",
        "bedrock, some-model, no-version, model.guardrail",
        "local, some-model, gr-1:3, model.guardrail",
        "openai, '', '', model.apiKey",
        "anthropic, some-model, '', model.apiKey",
        "replay, '', '', model.replies"
    })
    void whatAProviderNeedsIsSaidByName(String provider, String id, String guardrail, String setting) {
        boolean local = provider.equals("local");
        assertThatThrownBy(() -> open(
                        "model.provider",
                        local ? "openai" : provider,
                        "model.endpoint",
                        local ? "http://127.0.0.1:9/v1" : "",
                        "model.id",
                        id,
                        "model.guardrail",
                        guardrail))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining(setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gr-1:3"})
    void bedrockServesWithAndWithoutAGuardrail(String guardrail) {
        try (Models models =
                open("model.provider", "bedrock", "model.id", "some-model", "model.guardrail", guardrail)) {
            Troubleshooter.Builder builder = Troubleshooter.builder();
            models.join(builder, new InMemoryBudgets(1, Clock.systemUTC()), AnswerCache.NONE, UnaryOperator.identity());

            assertThat(builder.build().converse().file().frame().sources()).isEmpty();
        }
    }

    @Test
    void aModelThatRefusesLeavesTheAnswerOfTheRulesAndSaysSo() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        refusing.start();
        Map<String, String> settings = Map.of(
                "model.provider", "openai",
                "model.id", "some-model",
                "model.endpoint", "http://127.0.0.1:" + refusing.getAddress().getPort() + "/v1");
        try (RunningService service = RunningService.in(folder, settings)) {
            Asking asking = new Asking(service);
            JsonNode done = asking.until(asking.ask(asking.session(ScriptedModel.LOG), "why?", "model"), "done");

            assertThat(asked).isNotEmpty().allMatch("/v1/chat/completions"::equals);
            assertThat(done.path("answer").path("notes").toString()).contains("The model gave no answer");
            assertThat(done.path("answer").path("diagnosis").path("verdict").asText())
                    .isEqualTo("INCIDENT");
        } finally {
            refusing.stop(0);
        }
    }

    @Test
    void aModelCannotBeAskedWhereThereIsNone() {
        try (RunningService service = RunningService.in(folder, Map.of())) {
            Asking asking = new Asking(service);
            String session = asking.session(ScriptedModel.LOG);

            assertThat(asking.asking(session, "why?", "model").statusCode()).isEqualTo(422);
            assertThat(asking.postJson("/v1/sessions/" + session + "/questions", "{}")
                            .body())
                    .contains("\"provider\":\"offline\"");
        }
    }
}
