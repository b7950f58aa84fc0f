package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ReplayProvider;
import io.troubleshooter.talk.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a model replies, what reaches the user stands in the evidence. The replies are scripted by us. */
class BadRepliesTest {

    private static final Path DATASETS = Path.of("../eval-datasets");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Kinds in which no citation of the model is right, unless the script says so. */
    private static final Set<String> NO_CITATION_STANDS = Set.of(
            "hallucinated-quote",
            "wrong-line",
            "invented-line",
            "invented-source",
            "empty-quote",
            "own-words",
            "unknown-tools");

    private static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(DATASETS.resolve("replies/bad"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void thereAreSixtyOfManyKindsAllMarkedAsScripted() throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (Path recording : recordings()) {
            JsonNode script = JSON.readTree(recording.toFile());
            kinds.add(script.path("kind").asText());
            assertThat(script.path("note").asText()).startsWith("Scripted by hand, bad on purpose");
        }
        assertThat(recordings()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(20);
    }

    @TestFactory
    Stream<DynamicTest> nothingInvalidReachesTheAnswer() throws IOException {
        return recordings().stream()
                .map(recording -> dynamicTest(String.valueOf(recording.getFileName()), () -> play(recording)));
    }

    private static void play(Path recording) throws IOException {
        JsonNode script = JSON.readTree(recording.toFile());
        Conversation conversation = Troubleshooter.builder()
                .model(ReplayProvider.from(recording), ModelSettings.of("cheap", "strong"))
                .build()
                .converse();
        for (Path input : inputs(script.path("case").asText())) {
            conversation.add(LogSource.of(input));
        }
        String question = script.path("question").isNull()
                ? null
                : script.path("question").asText();

        Answer answer = conversation.ask(question, AnswerListener.NONE, new Cancellation());

        assertThat(NaiveCheck.invalid(answer, conversation.file().evidence())).isEmpty();
        assertThat(answer.diagnosis().hypotheses()).isNotEmpty();
        assertThat(answer.diagnosis().hypotheses()).extracting(h -> h.rank()).doesNotHaveDuplicates();
        assertThat(answer.diagnosis().hypotheses()).allMatch(h -> h.confidence() >= 0 && h.confidence() <= 1);
        List<String> shown = shown(answer);
        for (JsonNode poison : script.path("poison")) {
            assertThat(shown).noneMatch(text -> text.contains(poison.asText()));
        }
        assertThat(shown).noneMatch(text -> text.contains("\u001b") || text.contains("\0") || text.contains("<script"));
        if (NO_CITATION_STANDS.contains(script.path("kind").asText())
                && !script.path("stands").asBoolean()) {
            assertThat(answer.citations().standing()).isZero();
            assertThat(answer.statements()).noneMatch(Statement::verified);
        }
        if (script.path("kind").asText().equals("made-up-fact")) {
            String made = JSON.writeValueAsString(script.path("replies"));
            assertThat(answer.statements())
                    .noneMatch(s -> made.contains(JSON.valueToTree(s.text()).toString()));
        }
    }

    private static List<String> shown(Answer answer) {
        List<String> shown = new ArrayList<>(NaiveCheck.advice(answer.diagnosis()));
        answer.statements().forEach(statement -> shown.add(statement.text()));
        answer.changes().forEach(change -> shown.add(change.cause() + change.title() + change.why()));
        shown.addAll(answer.notes());
        return shown;
    }

    static List<Path> inputs(String id) throws IOException {
        try (Stream<Path> files =
                Files.list(DATASETS.resolve("cases").resolve(id).resolve("input"))) {
            return files.sorted().toList();
        }
    }
}
