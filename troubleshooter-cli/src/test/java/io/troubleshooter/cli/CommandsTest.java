package io.troubleshooter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandsTest {

    @Test
    void redactPrintsTheSameLinesWithoutSecrets() {
        Tst.Result result = new Tst().stdin(Tst.OUT_OF_MEMORY).run("redact", "--summary");
        assertThat(result.out().lines().count()).isEqualTo(4);
        assertThat(result.out()).contains("saved for <email:1>").doesNotContain("bob@example");
        assertThat(result.err()).contains("email 1").contains("total 1");
    }

    @Test
    void theWayBackIsForItsOwnerOnly(@TempDir Path folder) throws IOException {
        Path map = folder.resolve("map.tsv");
        Tst.Result result = new Tst().stdin(Tst.OUT_OF_MEMORY).run("redact", "--map", map.toString());
        assertThat(result.out()).contains("saved for <email:1>");
        assertThat(Files.readString(map)).isEqualTo("<email:1>\tbob@example.com\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(map)))
                .isEqualTo("rw-------");
    }

    @Test
    void recordsPrintsAJsonLineEach() throws IOException {
        List<String> lines =
                new Tst().stdin(Tst.OUT_OF_MEMORY).run("records").out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines.get(1)).path("lines").toString())
                .isEqualTo("[2,4]");
    }

    @Test
    void templatesPrintsARowPerPhysicalLine() {
        List<String> rows = new Tst()
                .stdin(Tst.OUT_OF_MEMORY)
                .run("templates")
                .out()
                .lines()
                .toList();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).isEqualTo("LineId,EventId,EventTemplate");
        assertThat(rows.get(2).substring(2)).isEqualTo(rows.get(3).substring(2));
        assertThat(rows).allMatch(row -> row.startsWith("LineId") || row.matches("\\d,v1:[0-9a-f]{16},.*"));
    }

    @Test
    void csvFieldsAreQuotedWhereNeeded() {
        assertThat(TemplatesCommand.quoted("a <*> b")).isEqualTo("a <*> b");
        assertThat(TemplatesCommand.quoted("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"");
    }

    @Test
    void frameIsJsonWithItsSchema() throws IOException {
        String out = new Tst().stdin(Tst.OUT_OF_MEMORY).run("frame").out();
        assertThat(new ObjectMapper().readTree(out).path("schema").asText()).isEqualTo("troubleshooter/frame/v1");
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void everyCommandHasHelpWithinEightyColumns(Command command) {
        Tst.Result result = new Tst().run(command.word(), "--help");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Usage: tst").contains("--help");
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(new Tst().run("help", command.word()).out()).contains(command.purpose());
    }

    @Test
    void topicsExplainExitCodesAndEnvironment() {
        assertThat(new Tst().run("help", "exit-codes").out()).contains("10 ").contains("130");
        assertThat(new Tst().run("help", "environment").out())
                .contains("TST_FORMAT")
                .contains("NO_COLOR");
        assertThat(new Tst().run("help", "nonsense").code()).isEqualTo(2);
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        assertThat(new Tst().run("completion").out())
                .contains("templates")
                .contains("--max-line-bytes")
                .contains("postmortem");
    }

    @Test
    void theManualPageNamesEveryOption() {
        for (Option option : Option.values()) {
            assertThat(ManualPage.text()).contains(option.word().replace("-", "\\-"));
        }
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(new Tst().run("-V").out()).startsWith("tst ");
    }
}
