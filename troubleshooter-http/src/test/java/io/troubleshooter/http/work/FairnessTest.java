package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.RunningService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One place for answers of models, and many who want it. */
@Timeout(60)
class FairnessTest {

    @TempDir
    Path folder;

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(ScriptedModel.settings(folder, 150));
        settings.put("limits.models", "1");
        settings.put("limits.questionsPerSession", "20");
        return settings;
    }

    @Test
    void aSessionWithOneQuestionIsAnsweredBeforeAnotherHasAllItsMany() {
        try (RunningService service = RunningService.in(folder, settings())) {
            Asking asking = new Asking(service);
            String busy = asking.session(ScriptedModel.LOG);
            String modest = asking.session(ScriptedModel.LOG);
            List<String> many = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                many.add(asking.ask(busy, "why " + i + "?", "model"));
            }
            String one = asking.ask(modest, "and here?", "model");

            String finished = asking.until(one, "done").path("finished").asText();

            List<String> others = new ArrayList<>();
            for (String each : many) {
                others.add(asking.until(each, "done").path("finished").asText());
            }
            assertThat(others).as("answered in their order").isSorted();
            assertThat(others.stream().filter(other -> other.compareTo(finished) < 0))
                    .as("answered before the only question of the other session")
                    .hasSizeLessThan(many.size() / 2);
        }
    }

    @Test
    void rulesAnswerAtOnceWhileAllPlacesForModelsAreTaken() {
        Map<String, String> settings = settings();
        settings.putAll(ScriptedModel.settings(folder, 600_000));
        settings.put("limits.shutdown", "0s");
        try (RunningService service = RunningService.in(folder, settings)) {
            Asking asking = new Asking(service);
            String thinking = asking.ask(asking.session(ScriptedModel.LOG), "why?", "model");
            String waiting = asking.ask(asking.session(ScriptedModel.LOG), "why, too?", "model");

            JsonNode done =
                    asking.until(asking.ask(asking.session(ScriptedModel.LOG), "what broke?", "offline"), "done");

            assertThat(done.path("answer").path("statements")).isNotEmpty();
            assertThat(asking.get(waiting).path("state").asText()).isEqualTo("queued");
            asking.cancel(thinking);
            asking.cancel(waiting);
        }
    }
}
