package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.RunningService;
import io.troubleshooter.http.work.EventReader.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes after a stop, and after an end without one. */
@Timeout(120)
class RestartTest {

    @TempDir
    Path folder;

    private RunningService slow() {
        Map<String, String> settings = ScriptedModel.settings(folder, 600_000);
        settings.put("limits.shutdown", "0s");
        return RunningService.in(folder, settings);
    }

    private RunningService quick() {
        return RunningService.in(folder, ScriptedModel.settings(folder, 0));
    }

    private static void untilItThinks(Asking asking, String question) {
        try (EventReader reader = asking.events(question, 0)) {
            Event event = reader.until("status");
            while (!event.data().path("stage").asText().equals("explain")) {
                event = reader.until("status");
            }
        }
    }

    @Test
    void whatWasNotDoneWhenTheServiceStoppedIsAnsweredAfterTheNextStart() {
        String first;
        String second;
        EventReader watcher;
        try (RunningService before = slow()) {
            Asking asking = new Asking(before);
            String session = asking.session(ScriptedModel.LOG);
            first = asking.ask(session, "why?", "model");
            second = asking.ask(session, "what broke?", "offline");
            untilItThinks(asking, first);
            watcher = asking.events(first, 2);
        }
        List<Event> seen = watcher.rest();
        Event last = seen.get(seen.size() - 1);
        assertThat(last.type()).isEqualTo("status");
        assertThat(last.id()).as("it is told again after the next start").isEmpty();

        try (RunningService after = quick()) {
            Asking asking = new Asking(after);
            JsonNode done = asking.until(first, "done");
            JsonNode next = asking.until(second, "done");

            assertThat(done.path("answer")
                            .path("statements")
                            .path(0)
                            .path("text")
                            .asText())
                    .isEqualTo("The database refused connections.");
            assertThat(next.path("started").asText())
                    .isGreaterThanOrEqualTo(done.path("finished").asText());
            long id = Long.parseLong(seen.get(seen.size() - 2).id());
            assertThat(asking.events(first, id).rest())
                    .as("a watcher that comes back hears all of the new attempt")
                    .extracting(Event::type)
                    .startsWith("status")
                    .containsSubsequence("offline", "statement", "statement", "usage", "done");
        }
    }

    @Test
    void aWatcherOfAnOldAnswerIsToldItFromWhatIsStored() {
        String question;
        List<Event> live;
        try (RunningService before = quick()) {
            Asking asking = new Asking(before);
            question = asking.ask(asking.session(ScriptedModel.LOG), "why?", "model");
            live = asking.events(question, 0).rest();
        }
        try (RunningService after = quick()) {
            Asking asking = new Asking(after);
            List<Event> told = asking.events(question, 0).rest();

            assertThat(told)
                    .extracting(Event::type)
                    .containsSubsequence("status", "offline", "statement", "statement", "hypothesis", "usage", "done");
            Event end = live.get(live.size() - 1);
            Event endAgain = told.get(told.size() - 1);
            assertThat(endAgain.data()).isEqualTo(end.data());
            assertThat(endAgain.id()).isEqualTo(end.id());
            assertThat(asking.events(question, Long.parseLong(end.id()) - 1).rest())
                    .containsExactly(end);
        }
    }

    @Test
    void aKilledServiceLosesNoQuestion() throws Exception {
        String first;
        String second;
        Map<String, String> settings = ScriptedModel.settings(folder, 600_000);
        try (KilledService before = KilledService.start(folder, settings)) {
            Asking asking = before.asking();
            String session = asking.session(ScriptedModel.LOG);
            first = asking.ask(session, "why?", "model");
            untilItThinks(asking, first);
            second = asking.ask(session, "what broke?", "offline");
        }
        try (RunningService after = quick()) {
            Asking asking = new Asking(after);
            assertThat(asking.until(first, "done").path("answer").path("statements"))
                    .hasSize(2);
            assertThat(asking.until(second, "done").path("number").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aServiceThatIsToldToEndHandsItsWorkBack() throws Exception {
        Map<String, String> settings = ScriptedModel.settings(folder, 600_000);
        settings.put("limits.shutdown", "0s");
        String question;
        try (KilledService first = KilledService.start(folder, settings)) {
            Asking asking = first.asking();
            question = asking.ask(asking.session(ScriptedModel.LOG), "why?", "model");
            untilItThinks(asking, question);
            first.end();
        }
        try (KilledService second = KilledService.start(folder, settings)) {
            untilItThinks(second.asking(), question);
        }
        try (RunningService after = quick()) {
            // Twice in work, once killed: the end that was asked for does not count.
            new Asking(after).until(question, "done");
        }
    }

    @Test
    void aQuestionThatWasInWorkWhenTheServiceEndedTwiceIsNotTriedAgain() throws Exception {
        String question;
        Map<String, String> settings = ScriptedModel.settings(folder, 600_000);
        try (KilledService first = KilledService.start(folder, settings)) {
            Asking asking = first.asking();
            question = asking.ask(asking.session(ScriptedModel.LOG), "why?", "model");
            untilItThinks(asking, question);
        }
        try (KilledService second = KilledService.start(folder, settings)) {
            untilItThinks(second.asking(), question);
        }
        try (RunningService after = quick()) {
            Asking asking = new Asking(after);
            JsonNode now = asking.get(question);
            assertThat(now.path("state").asText()).isEqualTo("failed");
            assertThat(now.path("problem").path("code").asText()).isEqualTo("internal");
            assertThat(asking.events(question, 0).rest())
                    .extracting(Event::type)
                    .containsSubsequence("error", "done");
        }
    }
}
