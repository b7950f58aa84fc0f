package io.troubleshooter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Terminals TERMINAL = new Terminals(false, true, false, 0, 100);

    @TempDir
    private Path home;

    private Tst tst() {
        return new Tst().environment("XDG_CONFIG_HOME", home.toString()).stdin(Tst.OUT_OF_MEMORY);
    }

    private void file(String content) throws IOException {
        Files.createDirectories(home.resolve("tst"));
        Files.writeString(home.resolve("tst/config.properties"), content);
    }

    @Test
    void aFlagIsStrongerThanTheEnvironmentAndThatThanTheFile() throws IOException {
        file("format=markdown\n");
        assertThat(tst().run().out()).startsWith("# INCIDENT");
        assertThat(tst().environment("TST_FORMAT", "json").run().out()).startsWith("{");
        assertThat(tst().environment("TST_FORMAT", "json")
                        .run("--format", "text")
                        .out())
                .startsWith("INCIDENT");
    }

    @Test
    void configSaysWhereEachValueComesFrom() throws IOException {
        file("zone=Europe/Berlin\n");
        String out = tst().environment("TST_THREADS", "2").run("config").out();
        assertThat(out).containsPattern("zone +Europe/Berlin +.*config.properties");
        assertThat(out).containsPattern("threads +2 +TST_THREADS");
        assertThat(out).containsPattern("format +text +default");
    }

    @Test
    void anUnknownSettingIsNamedWithItsFile() throws IOException {
        file("colour=never\n");
        Tst.Result result = tst().run();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("colour").contains("config.properties");
    }

    @Test
    void aWrongValueSaysWhereItWasSet() {
        assertThat(tst().environment("TST_FORMAT", "xml").run().err()).contains("from TST_FORMAT");
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "64K, 65536", "1m, 1048576", "2G, 2147483648"})
    void sizesMayHaveUnits(String text, long bytes) {
        Settings settings =
                Settings.load(ArgumentParser.parse("--max-bytes", text), java.util.Map.of("HOME", home.toString()));
        assertThat(settings.size(Option.MAX_BYTES)).isEqualTo(bytes);
    }

    @Test
    void aPipeHasNoColorAndATerminalHas() {
        assertThat(tst().run().out()).doesNotContain("\u001b");
        assertThat(tst().terminals(TERMINAL).run().out()).contains("\u001b[31m");
    }

    @Test
    void noColorIsObeyedAndAFlagBeatsIt() {
        assertThat(tst().terminals(TERMINAL).environment("NO_COLOR", "1").run().out())
                .doesNotContain("\u001b[3");
        assertThat(tst().environment("NO_COLOR", "1").run("--color", "always").out())
                .contains("\u001b[31m");
        assertThat(tst().environment("CLICOLOR_FORCE", "1").run().out()).contains("\u001b[31m");
        assertThat(tst().terminals(TERMINAL).environment("TERM", "dumb").run().out())
                .doesNotContain("\u001b");
    }

    @Test
    void whatComesAfterTwoHyphensIsAFile() {
        assertThat(ArgumentParser.parse("--", "--format").operands()).containsExactly("--format");
        assertThat(ArgumentParser.parse("--", "redact").command()).isEqualTo(Command.ANALYZE);
    }
}
