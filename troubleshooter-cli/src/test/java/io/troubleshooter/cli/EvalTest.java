package io.troubleshooter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalTest {

    private static final String FULL = """
            2026-11-21 10:00:01.000 UTC [71] LOG:  checkpoint starting: time
            2026-11-21 10:00:02.000 UTC [72] ERROR:  could not extend file "base/16384/2619": No space left on device
            """;
    private static final String GATE =
            "{\"floors\": [{\"analyst\": \"offline\", \"split\": \"%s\", \"metric\": \"top-1\", \"min\": 1}]}";

    @TempDir
    Path folder;

    private Path cases;

    @BeforeEach
    void twoCases() throws IOException {
        cases = Files.createDirectories(folder.resolve("cases"));
        writeCase("pg-full", "dev", "postgres/disk-full", "no space left");
        writeCase("pg-test", "test", "net/refused", "nothing of the kind");
    }

    private void writeCase(String id, String split, String cause, String statement) throws IOException {
        Path input = Files.createDirectories(cases.resolve(id).resolve("input"));
        Files.writeString(input.resolve("db.log"), FULL);
        Files.writeString(cases.resolve(id).resolve("README.md"), "Full.\n");
        Files.writeString(cases.resolve(id).resolve("case.json"), """
                {"id": "%s", "split": "%s", "area": "database", "difficulty": "easy", "tags": ["written"],
                 "origin": {"kind": "written"}, "question": null, "verdict": "incident", "causes": ["%s"],
                 "statements": ["%s"], "evidence": [{"source": "S1", "lines": [2, 2]}], "wrong": []}
                """.formatted(id, split, cause, statement));
    }

    private Tst.Result eval(String... options) {
        Stream<String> all = Stream.concat(Stream.of("eval", cases.toString()), Stream.of(options));
        return new Tst().run(all.toArray(String[]::new));
    }

    private String gate(String split) throws IOException {
        return Files.writeString(folder.resolve("gate.json"), GATE.formatted(split))
                .toString();
    }

    @Test
    void theSummaryHasFiguresAndBaselines() {
        Tst.Result result = eval("--split", "dev");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("offline", "top-1: right cause first", "100 %", "most-frequent", "last-error");
    }

    @Test
    void aGateThatIsPassedEndsWithZero() throws IOException {
        Tst.Result result = eval("--split", "dev", "--gate", gate("dev"));

        assertThat(result.code()).isZero();
        assertThat(result.out()).endsWith("The gate is passed.\n");
    }

    @Test
    void aGateThatIsNotPassedEndsWithOneAndSaysWhy() throws IOException {
        Tst.Result result = eval("--gate", gate("all"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("top-1 of offline on all is 0.500 over 2 cases, has to be 1.000 or more: short by 0.500");
    }

    @Test
    void casesOfTheTestSplitAreShownOnRequestOnly() {
        assertThat(eval().out()).doesNotContain("pg-test");
        assertThat(eval("--reveal-test").out()).contains("pg-test");
    }

    @Test
    void aRunThatWasKeptCanBeComparedWith() throws IOException {
        Path runs = folder.resolve("runs");
        assertThat(eval("--save", runs.toString(), "--analyst", "offline").code())
                .isZero();
        Path kept;
        try (Stream<Path> files = Files.list(runs)) {
            kept = files.findFirst().orElseThrow();
        }

        Tst.Result result = eval("--compare", kept.toString());

        assertThat(result.out()).contains("Comparison", "over 2 common cases");
        assertThat(Files.readString(kept)).contains("\"schema\" : \"troubleshooter/eval/v1\"");
    }

    @Test
    void everyFormatIsWritten() {
        assertThat(eval("--format", "json").out()).startsWith("{").contains("troubleshooter/eval/v1");
        assertThat(eval("--format", "markdown").out()).startsWith("# Evaluation");
        assertThat(eval("--format", "html").out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    }

    @Test
    void recordedRepliesAreAnswers() throws IOException {
        Path replies = Files.createDirectories(folder.resolve("replies"));
        Files.writeString(replies.resolve("pg-full.json"), """
                [{"stage": "explain", "parts": [{"call": {"id": "a", "name": "answer", "arguments": {
                  "scope": "incident", "statements": [], "verdict": "incident", "gaps": [], "hypotheses": [
                    {"cause": "postgres/disk-full", "title": "The disk is full", "explanation": "", "confidence": 0.9,
                     "relation": "new", "of": "", "fixes": [], "nextChecks": [], "citations": [
                       {"source": "S1", "first": 2, "last": 2, "quote": "No space left on device"}]}]}}}]}]
                """);

        Tst.Result result = eval("--analyst", "model", "--provider", "replay", "--replies", replies.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("1 cases · 1 not answered")
                .containsPattern("fell back to the offline answer +0 %");
    }

    @Test
    void whatIsAskedForWronglyEndsWithTwo() {
        for (List<String> wrong : List.of(
                List.of("--split", "train"),
                List.of("--analyst", "oracle"),
                List.of("--analyst", "model"),
                List.of("--case", "no-such-case"),
                List.of("--repeat", "0"),
                List.of("--format", "postmortem"),
                List.of("--gate", folder.resolve("none.json").toString()))) {
            assertThat(eval(wrong.toArray(String[]::new)).code())
                    .as(wrong.toString())
                    .isEqualTo(2);
        }
    }

    @Test
    void aCaseThatIsWrongStopsTheRunAndIsNamed() throws IOException {
        Files.delete(cases.resolve("pg-full/README.md"));

        Tst.Result result = eval();

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("pg-full: README.md: is missing");
    }
}
