package io.troubleshooter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is said in at most three lines on stderr, with what to do; stdout stays empty. */
class ErrorsTest {

    @TempDir
    private Path folder;

    private static void assertFailure(Tst.Result result, int code, String... parts) {
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().count()).isLessThanOrEqualTo(4);
        assertThat(result.err()).startsWith("tst: ").contains(parts).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "--colr, --color",
        "-version, --version",
        "--formt=json, --format",
        "--format=xml, markdown",
        "--width=wide, number",
        "--zone=Mars, zone",
        "--provider=hal, offline",
        "--provider=bedrock, --model",
        "--provider=replay, --replies",
        "--max-bytes=0, 1 or more",
        "--threads=0, from 1",
        "--with-frame, --format json",
        "--map, needs a value"
    })
    void aWrongCommandLineNamesWhatWasMeant(String option, String hint) {
        assertFailure(new Tst().stdin("x\n").run(option), 2, hint);
    }

    @Test
    void anOptionOfAnotherCommandIsRefused() {
        assertFailure(new Tst().stdin("x\n").run("redact", "--format", "json"), 2, "--format", "redact");
    }

    @Test
    void aMissingFile() {
        assertFailure(new Tst().run("/no/such/file"), 1, "/no/such/file");
    }

    @Test
    void aMisspelledCommand() {
        assertFailure(new Tst().run("redcat"), 1, "tst redact");
        assertFailure(new Tst().run("anlayze", "app.log"), 2, "tst analyze");
    }

    @Test
    void anEmptyDirectory() {
        assertFailure(new Tst().run(folder.toString()), 1, folder.getFileName().toString());
    }

    @Test
    void anEmptyInput() throws IOException {
        assertFailure(new Tst().run(), 1, "stdin");
        assertFailure(
                new Tst().run(Files.createFile(folder.resolve("empty.log")).toString()), 1, "empty.log");
    }

    @Test
    void aBinaryFile() throws IOException {
        byte[] bytes = new byte[4096];
        new java.util.Random(7).nextBytes(bytes);
        Path file = Files.write(folder.resolve("core.bin"), bytes);
        assertFailure(new Tst().run(file.toString()), 1, "core.bin");
    }

    @Test
    void aTerminalWithNothingPipedShowsHowToUseIt() {
        Tst.Result result =
                new Tst().terminals(new Terminals(true, true, true, 24, 80)).run();
        assertFailure(result, 2, "kubectl logs my-pod | tst", "tst app.log");
    }

    @Test
    void abrokenPackOfRules() throws IOException {
        Path pack = Files.writeString(folder.resolve("own.yaml"), "- id: [\n");
        assertFailure(new Tst().stdin("x\n").run("--rules", pack.toString()), 2, "own.yaml");
        assertFailure(new Tst().stdin("x\n").run("--rules", "/no/pack.yaml"), 2, "/no/pack.yaml");
    }

    @Test
    void aStackTraceComesOnlyWithDebug() {
        assertThat(new Tst().run("--debug", "/no/such/file").err()).contains("\tat io.troubleshooter");
    }

    @Test
    void controlCodesInAFileNameStayOut() {
        assertThat(new Tst().run("/no/\u001b[2Jfile").err()).doesNotContain("\u001b");
    }

    @Test
    void aClosedPipeIsSuccess() {
        assertThat(runInto(new IOException("Broken pipe"))).isZero();
    }

    @Test
    void aFullDiskIsNot() {
        assertThat(runInto(new IOException("No space left on device"))).isEqualTo(1);
    }

    private static int runInto(IOException failure) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw failure;
            }
        };
        return Cli.run(
                new Surroundings(
                        new java.io.ByteArrayInputStream(
                                "2026-11-20 INFO a\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        new StandardOutput(broken, 16),
                        new PrintStream(OutputStream.nullOutputStream()),
                        Terminals.NONE,
                        Map.of("HOME", "/nowhere"),
                        Clock.systemUTC()),
                "redact");
    }
}
