package io.troubleshooter.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ReplayProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTest {

    private static final Path SAMPLES = Path.of("src/test/chat");
    private static final String LOG = SAMPLES.resolve("app.log").toString();

    @TempDir
    private Path folder;

    private String talk(Paper paper) {
        return talk(paper, null, List.of(LOG), null);
    }

    private String talk(Paper paper, @Nullable ModelProvider provider, List<String> files, @Nullable String pipe) {
        Chat.Setup setup = new Chat.Setup(
                files,
                pipe == null ? null : new ByteArrayInputStream(pipe.getBytes(StandardCharsets.UTF_8)),
                null,
                folder.resolve("kept/history"),
                "false",
                false,
                0,
                false);
        new Chat(new PaperDesk(provider), paper, setup).run(setup);
        return paper.text();
    }

    private static ModelProvider scripted() {
        return ReplayProvider.from(SAMPLES.resolve("replies.json"));
    }

    @Test
    void theOfflineDiagnosisStandsBeforeTheFirstPrompt() {
        String text = talk(Paper.of(80));
        assertThat(text.substring(0, text.indexOf("\n> ")))
                .contains("S1  app.log: 5 lines", "INCIDENT", "[1] LIKELY", "S1:3", "DO FIRST", "Ctrl-D leaves");
    }

    @Test
    void anAnswerOfAModelShowsItsCitationsTokensAndWhatIsLeft() {
        String text = talk(Paper.of(80).typed("was anything wrong before?"), scripted(), List.of(LOG), null);
        assertThat(text).contains("  - checkpoints every 9 seconds".replace("checkpoints", "`checkpoints`"), "(S1:2)");
        assertThat(text)
                .containsPattern("  [.] search checkpoints +T1  1 line  ")
                .containsPattern("2 citations checked; [0-9,]+ in, [0-9]+ out, [$]0[.]000[0-9]+; budget left [$]")
                .doesNotContain("**");
    }

    @Test
    void anOfflineAnswerShowsNoCost() {
        assertThat(talk(Paper.of(80).typed("what now?", "/cost")))
                .doesNotContain("citations checked")
                .doesNotContain("budget")
                .contains("Nothing: answers are made offline.");
    }

    @Test
    void linesStandUnderTheWordsThatAnnounceThem() {
        String text = talk(Paper.of(80).typed("show errors around 09:43"));
        assertThat(text).containsPattern(":\n  S1:3  ");
        assertThat(text.replaceAll(" *\n *", " "))
                .containsPattern("S1:3  .*could not extend file.*S1:4  .*order 17 failed.*S1:5  .*HikariPool");
    }

    @Test
    void ctrlCStopsAnAnswerAndTheNextQuestionIsAnswered() {
        Paper paper = Paper.of(80).typed("what happened?").interrupting();
        assertThat(talk(paper, scripted(), List.of(LOG), null)).contains("(stopped)");
    }

    @Test
    void ctrlCNeverLeaves() {
        Paper paper = Paper.of(80)
                .then(new Read.Interrupted(true))
                .then(new Read.Interrupted(false))
                .typed("/evidence");
        assertThat(talk(paper)).contains("Ctrl-D leaves.\n> \nS1 ");
    }

    @Test
    void aBigPasteBecomesASourceAndKeepsWhatWasTyped() {
        String lines = "2026-11-20 10:00:00 INFO paid by bob@example.com\n".repeat(12);
        String text = talk(Paper.of(80).then(new Read.Pasted(lines, "and then?")));
        assertThat(text).contains("S2  pasted: 12 lines", "12 values redacted").endsWith("> and then?\n");
    }

    @Test
    void aPipeIsReadToItsEnd() {
        assertThat(talk(Paper.of(80), null, List.of(), "ERROR disk full\n")).contains("S1  stdin: 1 line\n");
    }

    @Test
    void aLineGoesOnBehindABackslash() {
        Paper paper = Paper.of(80).typed("what about \\", "the pool?");
        talk(paper);
        assertThat(paper.remembered).containsExactly("what about  the pool?");
    }

    @Test
    void questionsAreKeptRedactedForTheirOwnerAlone() throws IOException {
        talk(Paper.of(80).typed("who is bob@example.com?"));
        Path history = folder.resolve("kept/history");
        assertThat(Files.readString(history)).isEqualTo("who is <email:1>?\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({
        "/show S1:3, could not extend file",
        "/show s1:2-3, checkpoints are occurring",
        "/show S1:99, There is no S1:99",
        "/show nonsense, Show what?",
        "/why 1, Every quote was found",
        "/why 9, There is no hypothesis 9",
        "/hypotheses, [2] ",
        "/fixes, undo:",
        "/checks, expect:",
        "/groups, order <*> failed",
        "/timeline, first-error",
        "/redacted, email",
        "/feedback 1 maybe, Give the number",
        "/feedback 1 yes, [1] is right",
        "/report x.exe, .html",
        "/add, Which file?",
        "/add /no/such/file, There is no file",
        "/cache, 0 answers kept",
        "/nonsense, /help lists",
        "/model, rules",
        "/save, not kept",
        "/new, without evidence"
    })
    void commandsSayWhatIsAskedOrWhatIsWrong(String typed, String expected) {
        assertThat(talk(Paper.of(80).typed(typed))).contains(expected);
    }

    @ParameterizedTest
    @EnumSource(SlashCommand.class)
    void everyCommandIsHelpedWith(SlashCommand command) {
        assertThat(talk(Paper.of(80).typed("/help"))).contains(command.usage());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void nothingIsWiderThanTheTerminalButWhatIsToBeCopied(int columns) {
        String text = talk(Paper.of(columns)
                .typed("/evidence", "/groups", "/timeline", "/hypotheses", "/why 1", "/redacted", "/help"));
        assertThat(text.lines().filter(line -> !line.startsWith("DO FIRST")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "html", "json", "txt"})
    void aReportIsWrittenOnceAndNeverOver(String ending) throws IOException {
        Path file = folder.resolve("report." + ending);
        String text = talk(Paper.of(80).typed("/report " + file, "/report " + file));
        assertThat(text).contains("written: ").contains("is there already");
        assertThat(Files.readString(file)).contains("disk space");
    }
}
