package io.troubleshooter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeTest {

    @TempDir
    private Path folder;

    private Path log() throws IOException {
        return Files.writeString(folder.resolve("app.log"), Tst.OUT_OF_MEMORY);
    }

    @Test
    void aPipeGivesTheReport() {
        Tst.Result result = new Tst().stdin(Tst.OUT_OF_MEMORY).run();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("INCIDENT  ")
                .contains("OutOfMemoryError")
                .doesNotContain("bob@example");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aPipeAndAFileGiveTheSameReport() throws IOException {
        String piped = new Tst().stdin(Tst.OUT_OF_MEMORY).run().out();
        String named = new Tst().run(log().toString()).out();
        assertThat(named.replace("app.log", "stdin")).isEqualTo(piped);
    }

    @Test
    void analyzeIsTheDefaultAndAHyphenIsStandardInput() {
        String plain = new Tst().stdin(Tst.OUT_OF_MEMORY).run().out();
        assertThat(new Tst().stdin(Tst.OUT_OF_MEMORY).run("analyze").out()).isEqualTo(plain);
        assertThat(new Tst().stdin(Tst.OUT_OF_MEMORY).run("-").out()).isEqualTo(plain);
    }

    @Test
    void aQuestionThatRulesAndLinesCanAnswerIsAnsweredFirst() {
        String out = new Tst()
                .stdin(Tst.OUT_OF_MEMORY)
                .run("--ask", "search OutOfMemoryError")
                .out();
        assertThat(out).startsWith("ANSWER\n").contains("S1:").contains("INCIDENT  ");
        assertThat(new Tst()
                        .stdin(Tst.OUT_OF_MEMORY)
                        .run("--ask", "the shop is slow")
                        .out())
                .startsWith("INCIDENT  ");
    }

    @Test
    void theExitCodeTellsOfAnIncidentOnlyWhenAsked() {
        assertThat(new Tst().stdin(Tst.OUT_OF_MEMORY).run().code()).isZero();
        assertThat(new Tst().stdin(Tst.OUT_OF_MEMORY).run("--exit-code").code()).isEqualTo(10);
        assertThat(new Tst()
                        .stdin("2026-11-20 09:43:10 INFO all is well\n")
                        .run("--exit-code")
                        .code())
                .isZero();
    }

    @Test
    void jsonIsOneObject() throws IOException {
        Tst.Result result = new Tst().run("--format", "json", "--with-frame", log().toString());
        JsonNode json = new ObjectMapper().readTree(result.out());
        assertThat(json.path("verdict").asText()).isEqualTo("incident");
        assertThat(json.at("/frame/sources/0/name").asText()).isEqualTo("app.log");
    }

    @Test
    void everyFormatIsWritten() throws IOException {
        String file = log().toString();
        assertThat(new Tst().run("--format=markdown", file).out()).startsWith("# INCIDENT: ");
        assertThat(new Tst().run("--format=html", file).out()).startsWith("<!DOCTYPE html>");
        assertThat(new Tst().run("--format=postmortem", file).out()).startsWith("# Postmortem (draft): ");
    }

    @Test
    void filesOfADirectoryAreReadTogether() throws IOException {
        log();
        Files.writeString(folder.resolve("b.log"), "2026-11-20 09:43:12 ERROR another one\n");
        assertThat(new Tst().run(folder.toString()).out()).contains("2 sources");
    }

    @Test
    void zstandardIsReadAsWhatItHolds() throws IOException {
        Path file = folder.resolve("app.log.zst");
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(file))) {
            out.write(Tst.OUT_OF_MEMORY.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(new Tst().run(file.toString()).out()).startsWith("INCIDENT");
    }

    @Test
    void threadsChangeNothing() throws IOException {
        String file = log().toString();
        assertThat(new Tst().run("--threads", "4", file).out())
                .isEqualTo(new Tst().run(file).out());
    }

    @Test
    void aPackOfTheUsersOwnIsUsed() throws IOException {
        Path pack = Files.writeString(folder.resolve("own.yaml"), """
                - id: own/frobnicator-stuck
                  kind: cause
                  title: The frobnicator is stuck
                  weight: 0.9
                  match:
                    - any: [frobnicator is stuck]
                  explanation: It does that on Fridays.
                  causes: [Friday]
                  fixes:
                    - action: Kick it
                      risk: low
                      rollback: None needed
                  checks:
                    - check: Look at it
                      expect: stuck
                """);
        String log = "2026-11-20 09:43:11 ERROR the frobnicator is stuck\n";
        assertThat(new Tst().stdin(log).run("--rules", pack.toString()).out()).contains("own/frobnicator-stuck");
        assertThat(new Tst()
                        .run("explain", "own/frobnicator-stuck", "--rules", pack.toString())
                        .out())
                .contains("The frobnicator is stuck")
                .contains("Kick it");
    }

    @Test
    void theQuestionIsRedactedToo() {
        Tst.Result result = new Tst().stdin(Tst.OUT_OF_MEMORY).run("--ask", "why did carol@example.com get a 502?");
        assertThat(result.code()).isZero();
        assertThat(result.out()).doesNotContain("carol@example.com");
    }
}
