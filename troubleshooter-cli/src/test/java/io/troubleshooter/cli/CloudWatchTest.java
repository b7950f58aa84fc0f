package io.troubleshooter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.aws.cloudwatch.CloudWatchLogsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudWatchTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final String GROUP = "/aws/lambda/checkout";

    @TempDir
    private Path home;

    private final CloudWatchLogsServer server =
            new CloudWatchLogsServer().group(GROUP).queries(0, 1_000);

    @BeforeAll
    static void credentials() {
        System.setProperty("aws.accessKeyId", "test-id");
        System.setProperty("aws.secretAccessKey", "test-key");
    }

    @AfterAll
    static void forgetThem() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Tst.Result run(String... args) {
        return run(new Tst(), args);
    }

    private Tst.Result run(Tst tst, String... args) {
        List<String> all = new ArrayList<>(List.of("cloudwatch"));
        all.addAll(List.of(args));
        all.addAll(
                List.of("--region", "eu-west-1", "--endpoint", server.endpoint().toString()));
        return tst.run(all.toArray(String[]::new));
    }

    private void outage() {
        Instant time = NOW.minusSeconds(600);
        for (String line : Tst.OUT_OF_MEMORY.split("\n")) {
            server.put(GROUP, "web", time, line);
            time = time.plusMillis(1);
        }
    }

    @Test
    void fetchPrintsTheEventsAndNothingElse() {
        outage();
        Tst.Result result = run("fetch", GROUP);

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo(Tst.OUT_OF_MEMORY);
    }

    @Test
    void whatFetchPrintsCanBePipedIntoTheAnalysis() {
        outage();
        Tst.Result direct = run("fetch", GROUP, "--analyze", "--format", "json", "--exit-code");
        Tst.Result piped = new Tst().stdin(run("fetch", GROUP).out()).run("--format", "json", "--exit-code");

        assertThat(direct.code()).as(direct.err()).isEqualTo(10);
        assertThat(piped.code()).isEqualTo(10);
        assertThat(firstCause(direct)).isEqualTo(firstCause(piped)).isEqualTo("jvm/heap-oom");
    }

    private static String firstCause(Tst.Result result) {
        try {
            JsonNode report = new ObjectMapper().readTree(result.out());
            return report.path("hypotheses").path(0).path("cause").asText();
        } catch (IOException broken) {
            throw new AssertionError(result.out(), broken);
        }
    }

    @Test
    void theReportOfAFetchNamesTheGroup() {
        outage();
        assertThat(run("fetch", GROUP, "--analyze", "--format", "markdown").out())
                .contains(GROUP)
                .contains("heap")
                .doesNotContain("bob@example");
    }

    @Test
    void noEventIsSaid() {
        Tst.Result result = run("fetch", GROUP, "--since", "yesterday", "--until", "yesterday");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("No event in that time");
    }

    @Test
    void whatIsCutIsSaidOnStderr() {
        for (int i = 0; i < 20; i++) {
            server.put(GROUP, "s", NOW.minusSeconds(60 - i), "event " + i);
        }
        Tst.Result oldest = run("fetch", GROUP, "--limit", "5");
        Tst.Result newest = run("fetch", GROUP, "--limit", "5", "--newest");

        assertThat(oldest.out()).contains("event 4").doesNotContain("event 5");
        assertThat(oldest.err()).contains("Cut after 5 events");
        assertThat(newest.out()).contains("event 19").doesNotContain("event 14");
        assertThat(newest.err()).contains("newest 5");
    }

    @Test
    void searchIsOneQueryAndTellsItsCost() {
        outage();
        server.put("/ecs/api", "s", NOW.minusSeconds(30), "upstream OutOfMemoryError seen");
        Tst.Result result = run("search", GROUP, "/ecs/api", "--filter", "OutOfMemoryError");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out().lines())
                .anyMatch(line -> line.startsWith("[/ecs/api] 2026-11-20T23:59:30.000Z upstream"));
        assertThat(result.err()).contains("1 query scanned").contains("USD");
        assertThat(server.calls("StartQuery")).isEqualTo(1);
    }

    @Test
    void searchCountsKindsOfMessages() {
        outage();
        Tst.Result result = run("search", GROUP, "--pattern");

        assertThat(result.out()).startsWith("@ratio").contains("@sampleCount").contains("@pattern");
    }

    @Test
    void searchCanBeAnalyzedEachGroupByItself() {
        outage();
        server.put("/ecs/api", "s", NOW.minusSeconds(30), "INFO fine");
        Tst.Result result = run("search", GROUP, "/ecs/api", "--analyze", "--format", "json", "--with-frame");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("\"name\" : \"/ecs/api\"").contains("\"name\" : \"" + GROUP + "\"");
    }

    @Test
    void jsonIsALineEach() throws IOException {
        outage();
        List<String> lines =
                run("fetch", GROUP, "--format", "json").out().lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(new ObjectMapper().readTree(lines.get(0)).path("stream").asText())
                .isEqualTo("web");
    }

    @Test
    void groupsAreListed() {
        server.group("/ecs/api");
        assertThat(run("groups").out()).contains(GROUP).contains("/ecs/api");
        assertThat(run("groups", "/ecs").out()).doesNotContain(GROUP);
        assertThat(run("groups", "--match", "CHECK").out()).contains(GROUP).doesNotContain("/ecs/api");
    }

    @Test
    void tailFollowsUntilTheSessionEnds() {
        server.arrive(GROUP, "s", NOW, "one", false);
        server.arrive(GROUP, "s", NOW, "two", true);
        server.endTail();
        Tst.Result result = run("tail", GROUP);

        assertThat(result.out()).isEqualTo("2026-11-21T00:00:00.000Z one\n2026-11-21T00:00:00.000Z two\n");
        assertThat(result.err()).contains("Following").contains("sample").contains("session ended");
    }

    @Test
    void aTerminalIsNotAtTheMercyOfMessages() {
        server.put(GROUP, "s", NOW.minusSeconds(5), "a\u001b]0;owned\u0007b\u009bc é");
        Tst onTerminal = new Tst().terminals(new Terminals(false, true, false, 24, 80));

        assertThat(run(onTerminal, "fetch", GROUP).out()).endsWith("a?]0;owned?b?c é\n");
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDeniedException, 1, logs:FilterLogEvents",
        "ExpiredTokenException, 1, export-credentials",
        "ResourceNotFoundException, 1, no such log group",
        "InvalidParameterException, 2, filter pattern"
    })
    void refusalsSayWhatToDo(String type, int code, String said) {
        server.refuse("FilterLogEvents", type, 1);
        Tst.Result result = run("fetch", GROUP);

        assertThat(result.code()).isEqualTo(code);
        assertThat(result.err()).startsWith("tst: ").contains(said).doesNotContain("defect");
        assertThat(result.err().lines().count()).isLessThanOrEqualTo(3);
    }

    @Test
    void refusalsInAnAnalysisSayTheSame() {
        server.refuse("FilterLogEvents", "AccessDeniedException", 1);
        Tst.Result result = run("fetch", GROUP, "--analyze");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("logs:FilterLogEvents").doesNotContain("defect");
    }

    @Test
    void aMistypedGroupNamesTheNearest() {
        assertThat(run("fetch", "/aws/lamda/chekout").err()).contains("Did you mean " + GROUP);
    }

    @Test
    void aBrokenQuerySaysWhere() {
        Tst.Result result = run("search", GROUP, "--query", "fields @message | fliter x");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("at character 19");
    }

    @ParameterizedTest
    @CsvSource({
        "'', groups fetch",
        "fetch, needs the name",
        "peek /x, cannot peek",
        "fetch /x --query q, means nothing",
        "fetch /x /y, takes one name",
        "fetch /x --since soon, not understood",
        "fetch /x --since 1h --until 2h, ends before",
        "fetch /x --since 2020-01-01, longer than 90 days",
        "fetch /x --limit 0, from 1",
        "fetch /x --format html, text or json",
        "search /x --query q --filter f, does not go",
        "groups /x --match y, does not go"
    })
    void aWrongCommandLineIsAUsageErrorBeforeAnyCall(String line, String said) {
        Tst.Result result = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.err().replace(",", "")).contains(said);
        assertThat(result.out()).isEmpty();
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void aModelMayLookIntoTheGroupsNamed() {
        String[] args = {"--provider", "replay", "--replies", "src/test/chat/replies.json", "src/test/chat/app.log"};
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--ask", "what was first?", "--cloudwatch", "/aws/lambda/*,/ecs/api"));
        Tst.Result result =
                new Tst().environment("XDG_DATA_HOME", home.toString()).run(all.toArray(String[]::new));

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("disk space");
        all.set(all.size() - 1, "*/api");
        assertThat(new Tst()
                        .environment("XDG_DATA_HOME", home.toString())
                        .run(all.toArray(String[]::new))
                        .err())
                .contains("names of log groups");
    }

    @Test
    void groupsForAModelNeedAModel() {
        Tst.Result result = new Tst().stdin("x\n").run("--cloudwatch", "/aws/*");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--provider");
    }
}
