package io.troubleshooter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {

    private static final String REPLIES = "src/test/chat/replies.json";
    private static final String LOG = "src/test/chat/app.log";

    @TempDir
    private Path home;

    private Tst tst() {
        return new Tst().environment("HOME", home.toString());
    }

    private Tst.Result replayed(String... more) {
        String[] args = {"--provider", "replay", "--replies", REPLIES, LOG, "--ask", "what was first?"};
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return tst().run(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "html", "postmortem"})
    void aModelAnswersInEveryFormat(String format) {
        Tst.Result result = replayed("--format", format);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("disk space");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void theAnswerToTheQuestionComesFirst() {
        assertThat(replayed().out())
                .startsWith("ANSWER\nYes. Checkpoints were too frequent")
                .contains("(S1:2)");
    }

    @Test
    void theAnswerIsWrappedWhereAWidthIsGiven() {
        String out = replayed("--width", "40").out();
        assertThat(out.substring(0, out.indexOf("\n\n")).lines())
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    }

    @Test
    void jsonNamesTheModelAndWhatItTook() throws IOException {
        JsonNode json = new ObjectMapper().readTree(replayed("--format", "json").out());
        assertThat(json.at("/producedBy/analyst").asText()).isEqualTo("model");
        assertThat(json.at("/usage/outputTokens").asLong()).isPositive();
        assertThat(json.at("/answer/0/citations/0").asText()).isEqualTo("S1:2");
        assertThat(json.at("/answer/0/verified").asBoolean()).isTrue();
    }

    @Test
    void theExitCodeIsThatOfTheContract() {
        assertThat(replayed("--exit-code").code()).isEqualTo(10);
    }

    @Test
    void aModelThatFailsLeavesTheOfflineAnswerAndANote() throws IOException {
        Path nothing = Files.writeString(home.resolve("none.json"), "[]");
        Tst.Result result =
                tst().run("--provider", "replay", "--replies", nothing.toString(), LOG, "--format", "markdown");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("disk space").contains("rules found");
    }

    @Test
    void whatIsKeptIsForItsOwnerAlone() throws IOException {
        replayed();
        Path file = home.resolve(".local/share/tst/tst.db");
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyComesFromTheEnvironmentOrAFileAndIsNeverShown() throws IOException {
        Tst.Result without = tst().run("--provider", "openai", "--model", "m", LOG);
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("OPENAI_API_KEY").contains("--api-key-file");
        Tst.Result shown = tst().environment("OPENAI_API_KEY", "sk-very-secret").run("config");
        assertThat(shown.out())
                .containsPattern("OPENAI_API_KEY +set\n")
                .containsPattern("ANTHROPIC_API_KEY +not set\n")
                .doesNotContain("very-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "-1", "1e9", "NaN"})
    void anAmountIsANumberOfDollars(String amount) {
        Tst.Result result = replayed("--budget", amount);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("US dollars");
    }

    @Test
    void theFileOfAProjectCannotSayWhereTextGoes() throws IOException {
        Arguments none = ArgumentParser.parse();
        Files.writeString(home.resolve(".tst.properties"), "format=json\n");
        Settings settings = Settings.load(none, java.util.Map.of("HOME", home.toString()), home);
        assertThat(settings.get(Option.FORMAT).value()).isEqualTo("json");
        assertThat(settings.get(Option.FORMAT).origin()).endsWith(".tst.properties");
        Files.writeString(home.resolve(".tst.properties"), "endpoint=http://example.com\n");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Settings.load(none, java.util.Map.of("HOME", home.toString()), home))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot set endpoint");
    }

    @Test
    void promptsAreListedShownAndCompared() {
        String list = tst().run("prompts", "list").out();
        assertThat(list).contains("explain@1");
        assertThat(tst().run("prompts", "show", "explain").out())
                .contains("explain@")
                .contains("tokens");
        assertThat(tst().run("prompts", "diff", "explain", "1", "1").out()).startsWith("--- explain@1/");
        assertThat(tst().run("prompts", "show", "nonsense").code()).isEqualTo(2);
        assertThat(tst().run("prompts", "diff", "explain").code()).isEqualTo(2);
    }

    @Test
    void aChatNeedsATerminal() {
        Tst.Result result = tst().stdin("x\n").run("chat");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("needs a terminal").contains("--ask");
    }

    @Test
    void sessionsAreListedAndUnknownOnesNotDeleted() {
        assertThat(tst().run("chat", "--list").out()).contains("No session is kept");
        assertThat(tst().run("chat", "--delete", "abcd").err()).contains("no session abcd");
    }
}
