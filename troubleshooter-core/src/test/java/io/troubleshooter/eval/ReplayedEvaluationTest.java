package io.troubleshooter.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole loop with recorded replies, scored. */
class ReplayedEvaluationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final String LOG = """
            10:00:01 worker started
            10:00:02 parcel 7 put back: the label printer has no paper
            10:00:03 queue grows: 61
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void twoCases() {
        for (String id : List.of("no-paper", "not-recorded")) {
            new CaseFolder(folder.resolve("cases"), id)
                    .input("worker.log", LOG)
                    .with("causes", "[]")
                    .with("statements", "[\"no paper\"]")
                    .with("evidence", "[{\"source\": \"S1\", \"lines\": [2, 2]}]")
                    .write();
        }
    }

    private static String reply(String title, int line, String quote) {
        return """
                [{"stage": "triage", "parts": [{"call": {"id": "t", "name": "triage",
                   "arguments": {"scope": "incident", "difficulty": "easy", "calls": []}}}]},
                 {"times": 2, "parts": [{"call": {"id": "a", "name": "answer", "arguments": {
                   "scope": "incident", "statements": [], "verdict": "incident", "gaps": [], "hypotheses": [
                     {"cause": "printer/state", "title": "%s", "explanation": "", "confidence": 0.8, "relation": "new",
                      "of": "", "fixes": [], "nextChecks": [], "citations": [
                        {"source": "S1", "first": %d, "last": %d, "quote": "%s"}]}]}}}]}]
                """.formatted(title, line, line, quote);
    }

    private void record(String name, String reply) throws IOException {
        Files.createDirectories(folder.resolve("replies"));
        Files.writeString(folder.resolve("replies").resolve(name), reply);
    }

    private Run run(int repeats) {
        Recordings recordings =
                new Recordings(folder.resolve("replies"), Troubleshooter::builder, ModelSettings.of("m", "m"));
        List<EvalCase> cases =
                new CaseReader(RuleSet.builtIn()).read(folder.resolve("cases")).sound();
        List<String> begun = new ArrayList<>();
        Run run = new Evaluation(Troubleshooter.create(), CLOCK, repeats)
                .run(cases, List.of(new ModelAnalyst(recordings)), begun::add)
                .get(0);
        assertThat(begun).containsExactly("no-paper", "not-recorded");
        return run;
    }

    @Test
    void aRecordedAnswerIsScoredAndCasesWithoutOneAreSkipped() throws IOException {
        record("no-paper.json", reply("The label printer has no paper", 2, "the label printer has no paper"));

        Run run = run(1);

        assertThat(run.id()).isEqualTo("20261121-100000-model");
        assertThat(run.skipped()).isEqualTo(1);
        assertThat(run.model()).isEqualTo("m");
        assertThat(run.promptVersion()).contains("explain@");
        assertThat(run.figure(Metric.TOP_1, Run.ALL).value()).isEqualTo(1);
        assertThat(run.figure(Metric.RECALL, Run.ALL).value()).isEqualTo(1);
        assertThat(run.figure(Metric.FALLBACK, Run.ALL).value()).isZero();
        assertThat(run.figure(Metric.INPUT_TOKENS, Run.ALL).value()).isPositive();
    }

    @Test
    void whatAModelMadeUpDoesNotReachTheAnswerAndIsCounted() throws IOException {
        record("no-paper.json", reply("The label printer has no paper", 9, "the label printer has no paper"));

        Run run = run(1);

        assertThat(run.figure(Metric.STANDING, Run.ALL).value()).isZero();
        assertThat(run.scores().get(0).rank()).isZero();
        assertThat(run.scores().get(0).citations().part())
                .isEqualTo(run.scores().get(0).citations().whole());
    }

    @Test
    void aModelThatSaysNothingFallsBack() throws IOException {
        record("no-paper.json", "[{\"endless\": true, \"fault\": \"down\"}]");

        assertThat(run(1).figure(Metric.FALLBACK, Run.ALL).value()).isEqualTo(1);
    }

    @Test
    void furtherAnswersToACaseAreOtherFiles() throws IOException {
        record("no-paper.json", reply("The label printer has no paper", 2, "the label printer has no paper"));
        record("no-paper.2.json", reply("The queue grows", 3, "queue grows: 61"));

        Run run = run(2);

        assertThat(run.figure(Metric.TOP_1, Run.ALL).value()).isEqualTo(0.5);
        assertThat(run.spread(Metric.TOP_1, Run.ALL)).isEqualTo(new Interval(0, 1));
        assertThat(run.unsteady()).containsExactly("no-paper");
    }
}
