package io.troubleshooter.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/io/troubleshooter/prompt");

    private static final String EXPLAIN = """
            ---
            id: explain
            version: 2
            maxTokens: 1500
            temperature: 0.2
            note: shorter: fewer words
            ---
            First line.

            Last line, marked {{mark}}.
            """;

    @Test
    void theIndexNamesEveryPromptThereIsInOrder() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            List<String> present = files.filter(f -> f.getFileName().toString().matches("v\\d+\\.md"))
                    .map(f -> RESOURCES.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(PromptResources.paths(Files.readString(RESOURCES.resolve("index.txt"))))
                    .containsExactlyElementsOf(present);
        }
    }

    @Test
    void everyBuiltInPromptCanBeRead() {
        Prompts prompts = Prompts.builtIn();
        for (String id : prompts.ids()) {
            assertThat(prompts.versions(id)).isSortedAccordingTo((a, b) -> Integer.compare(a.version(), b.version()));
            assertThat(prompts.latest(id).reference()).matches(id + "@\\d+/[0-9a-f]{12}");
        }
    }

    @Test
    void aPromptHasItsFrontMatterAndItsText() {
        Prompt prompt = PromptFile.read("explain/v2.md", EXPLAIN);
        assertThat(prompt.maxTokens()).isEqualTo(1500);
        assertThat(prompt.temperature()).isEqualTo(0.2);
        assertThat(prompt.note()).isEqualTo("shorter: fewer words");
        assertThat(prompt.text()).hasToString("First line.\n\nLast line, marked {{mark}}.");
    }

    @Test
    void theHashIsThatOfTheWholeResource() {
        Prompt prompt = PromptFile.read("explain/v2.md", EXPLAIN);
        Prompt changed = PromptFile.read("explain/v2.md", EXPLAIN.replace("0.2", "0.3"));
        assertThat(prompt.hash()).matches("[0-9a-f]{12}").isNotEqualTo(changed.hash());
        assertThat(prompt.reference()).isEqualTo("explain@2/" + prompt.hash());
    }

    @Test
    void aPromptWithoutTemperatureLeavesItToTheModel() {
        Prompt prompt = PromptFile.read("explain/v2.md", EXPLAIN.replace("temperature: 0.2\n", ""));
        assertThat(prompt.temperature()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain",
                "---\nid: explain\n",
                "---\nid: explain\nversion: 2\nmaxTokens: 5\nnote: n\n---\n  \n",
                "---\nid: other\nversion: 2\nmaxTokens: 5\nnote: n\n---\ntext",
                "---\nid: explain\nversion: 3\nmaxTokens: 5\nnote: n\n---\ntext",
                "---\nid: explain\nversion: 2\nmaxTokens: many\nnote: n\n---\ntext",
                "---\nid: explain\nversion: 2\nmaxTokens: 0\nnote: n\n---\ntext",
                "---\nid: explain\nversion: 2\nmaxTokens: 5\ntemperature: NaN\nnote: n\n---\ntext",
                "---\nid: explain\nversion: 2\nmaxTokens: 5\n---\ntext",
                "---\nid explain\n---\ntext"
            })
    void aWrongPromptIsNamed(String content) {
        assertThatThrownBy(() -> PromptFile.read("explain/v2.md", content))
                .isInstanceOf(TroubleshooterException.class)
                .hasMessageContaining("explain/v2.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../error/x", "tool/none.json", "a b", "tool\\x"})
    void onlyResourcesBesideThePromptsAreRead(String path) {
        Prompts prompts = new Prompts(Map.of());
        assertThatThrownBy(() -> prompts.resource(path)).isInstanceOf(TroubleshooterException.class);
    }

    @Test
    void aResourceWithoutVersionsIsAnInstructionToo() {
        assertThat(new Prompts(Map.of()).resource("index.txt").toString()).startsWith("# Every version");
    }

    @Test
    void anUnknownPromptIsSaidSoWithTheKnownOnes() {
        Prompts prompts = new Prompts(Map.of("explain", List.of(PromptFile.read("explain/v2.md", EXPLAIN))));
        assertThatThrownBy(() -> prompts.latest("explian"))
                .isInstanceOfSatisfying(
                        TroubleshooterException.class,
                        wrong -> assertThat(wrong.advice()).contains("explain"));
        assertThatThrownBy(() -> prompts.get("explain", 7)).hasMessageContaining("version 7");
    }

    @Test
    void aDiffShowsWhatChangedInOrder() {
        Prompt older = PromptFile.read("explain/v2.md", EXPLAIN);
        Prompt newer = PromptFile.read(
                "explain/v3.md",
                EXPLAIN.replace("version: 2", "version: 3").replace("Last line", "New line.\nLast words"));
        assertThat(PromptDiff.between(older, newer))
                .containsExactly(
                        new PromptDiff.Line(PromptDiff.Kind.SAME, "First line."),
                        new PromptDiff.Line(PromptDiff.Kind.SAME, ""),
                        new PromptDiff.Line(PromptDiff.Kind.REMOVED, "Last line, marked {{mark}}."),
                        new PromptDiff.Line(PromptDiff.Kind.ADDED, "New line."),
                        new PromptDiff.Line(PromptDiff.Kind.ADDED, "Last words, marked {{mark}}."));
    }
}
