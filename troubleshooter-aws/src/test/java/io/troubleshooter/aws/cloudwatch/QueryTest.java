package io.troubleshooter.aws.cloudwatch;

import static io.troubleshooter.aws.cloudwatch.LogsFixture.GROUP;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.LAST_HOUR;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.NOW;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.fill;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.aws.cloudwatch.QueryResult.End;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.Cancellation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final CloudWatchLimits MANY = CloudWatchLimits.PERSONAL.withRows(100_000);

    private final CloudWatchLogsServer server = new CloudWatchLogsServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static QueryRequest search(int rows, String... texts) {
        return new QueryRequest(List.of(GROUP), SearchQuery.events(List.of(texts)), LAST_HOUR, rows);
    }

    private static List<String> messages(QueryResult result) {
        return result.rows().stream()
                .map(row -> row.getOrDefault("@message", ""))
                .toList();
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "event " + i).toList();
    }

    @Test
    void manyGroupsAreOneQuery() {
        List<String> groups =
                IntStream.range(0, 50).mapToObj(i -> "/ecs/service-" + i).toList();
        groups.forEach(group -> server.put(group, "s", NOW.minusSeconds(60), "timeout in " + group));
        server.queries(3, 1_000);
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            QueryResult result = logs.query(
                    new QueryRequest(groups, SearchQuery.events(List.of("timeout")), LAST_HOUR, 100), never());

            assertThat(result.rows()).hasSize(50);
            assertThat(result.end()).isEqualTo(End.COMPLETE);
            assertThat(result.cost().queries()).isEqualTo(1);
            assertThat(result.cost().bytesScanned()).isEqualTo(50_000);
            assertThat(server.calls("StartQuery")).isEqualTo(1);
            assertThat(server.calls("GetQueryResults")).isEqualTo(4);
            assertThat(server.calls("FilterLogEvents")).isZero();
        }
    }

    @Test
    void moreThanFiftyGroupsAreRefusedBeforeAnyCall() {
        List<String> groups =
                IntStream.range(0, 51).mapToObj(i -> "/ecs/service-" + i).toList();
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertThatThrownBy(() -> logs.query(new QueryRequest(groups, "limit 1", LAST_HOUR, 10), never()))
                    .isInstanceOf(TroubleshooterException.class)
                    .hasMessageContaining("1 to 50 log groups");
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void rowsBeyondTenThousandComeFromSlicesOfTheWindow() {
        fill(server, GROUP, 35_000);
        try (CloudWatchLogs logs = LogsFixture.open(server, MANY)) {
            QueryResult result = logs.query(search(50_000), never());

            assertThat(messages(result)).isEqualTo(numbered(0, 35_000));
            assertThat(result.end()).isEqualTo(End.COMPLETE);
            assertThat(result.notes()).isEmpty();
            assertThat(result.cost().queries()).isBetween(4, 6);
            // The first query scans all, the slices the rest once more.
            assertThat(result.cost().bytesScanned()).isLessThan(35_000L * 1_000 * 2);
        }
    }

    @Test
    void aBurstIsCutUntilItFits() {
        for (int i = 0; i < 24_000; i++) {
            server.put(GROUP, "s", NOW.minusSeconds(600).plusMillis(i / 2), "event " + i);
        }
        try (CloudWatchLogs logs = LogsFixture.open(server, MANY)) {
            QueryResult result = logs.query(search(50_000), never());

            assertThat(messages(result)).containsExactlyInAnyOrderElementsOf(numbered(0, 24_000));
            assertThat(result.cost().queries()).isLessThan(20);
        }
    }

    @Test
    void aSecondThatHoldsTooManyIsSaid() {
        for (int i = 0; i < 12_000; i++) {
            server.put(GROUP, "s", NOW.minusSeconds(600), "event " + i);
        }
        server.put(GROUP, "s", NOW.minusSeconds(500), "after");
        try (CloudWatchLogs logs = LogsFixture.open(server, MANY)) {
            QueryResult result = logs.query(search(50_000), never());

            assertThat(messages(result)).hasSize(10_001).endsWith("after");
            assertThat(result.notes()).singleElement().asString().contains("in the second");
        }
    }

    @Test
    void theNewestRowsComeWhereNotAllCan() {
        fill(server, GROUP, 2_000);
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            QueryResult result = logs.query(search(100), never());

            assertThat(messages(result)).isEqualTo(numbered(1_900, 2_000));
            assertThat(result.notes()).singleElement().asString().contains("newest 100 of 2000");
        }
    }

    @Test
    void cutMessagesAreReadInFull() {
        String large = "start " + "y".repeat(200_000) + " end";
        server.put(GROUP, "s", NOW.minusSeconds(60), large).put(GROUP, "s", NOW.minusSeconds(50), "short");
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            QueryResult result = logs.query(search(10), never());

            assertThat(messages(result)).containsExactly(large, "short");
            assertThat(server.calls("GetLogRecord")).isEqualTo(1);
            assertThat(result.rows().get(0)).doesNotContainKey("@ptr");
        }
    }

    @Test
    void onlySoManyAreReadInFullAndTheRestIsSaid() {
        for (int i = 0; i < 230; i++) {
            server.put(GROUP, "s", NOW.minusSeconds(600 - i), i + " " + "z".repeat(2_000));
        }
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            QueryResult result = logs.query(search(500), never());

            assertThat(server.calls("GetLogRecord")).isEqualTo(200);
            assertThat(result.notes()).singleElement().asString().startsWith("30 long messages");
        }
    }

    @Test
    void aCancelledQueryIsStoppedAtTheService() throws Exception {
        fill(server, GROUP, 100);
        server.queries(1_000_000, 1_000);
        Cancellation cancellation = new Cancellation();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (CloudWatchLogs logs = LogsFixture.open(server, CloudWatchLimits.PERSONAL.withCalls(1_000_000))) {
            CompletableFuture<QueryResult> running =
                    CompletableFuture.supplyAsync(() -> logs.query(search(1_000), cancellation), thread);
            while (server.calls("GetQueryResults") == 0) {
                Thread.onSpinWait();
            }
            cancellation.cancel();
            QueryResult result = running.get(20, TimeUnit.SECONDS);

            assertThat(result.end()).isEqualTo(End.CANCELLED);
            assertThat(result.rows()).hasSize(50);
            assertThat(server.stopped()).containsExactly("q-0");
            assertThat(server.calls("StopQuery")).isEqualTo(1);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void whatWasStoppedTellsItsCostAllTheSame() {
        fill(server, GROUP, 100);
        server.queries(9, 1_000_000);
        Cancellation cancellation = new Cancellation();
        server.refuse("GetQueryResults", "ThrottlingException", 3);
        try (CloudWatchLogs logs = LogsFixture.open(server, CloudWatchLimits.PERSONAL.withCalls(2))) {
            QueryResult result = logs.query(search(1_000), cancellation);

            assertThat(result.end()).isEqualTo(End.OUT_OF_TIME);
            assertThat(result.cost().bytesScanned()).isEqualTo(20_000_000);
            assertThat(server.stopped()).containsExactly("q-0");
        }
    }

    @Test
    void aQueryThatTakesTooLongIsStopped() {
        fill(server, GROUP, 100);
        server.queries(1_000_000, 1_000);
        CloudWatchLimits limits =
                CloudWatchLimits.PERSONAL.withTime(Duration.ofMillis(1_500)).withCalls(1_000_000);
        try (CloudWatchLogs logs = LogsFixture.open(server, limits)) {
            QueryResult result = logs.query(search(1_000), never());

            assertThat(result.end()).isEqualTo(End.OUT_OF_TIME);
            assertThat(result.rows()).hasSize(50);
            assertThat(server.stopped()).containsExactly("q-0");
        }
    }

    @Test
    void aQueryThatScansTooMuchIsStopped() {
        fill(server, GROUP, 100);
        server.queries(50, 1L << 30);
        try (CloudWatchLogs logs = LogsFixture.open(server, CloudWatchLimits.PERSONAL.withScanBytes(10L << 30))) {
            QueryResult result = logs.query(search(1_000), never());

            assertThat(result.end()).isEqualTo(End.OUT_OF_BYTES);
            assertThat(result.notes().get(0)).contains("scanned more than 10.7 GB");
            assertThat(server.stopped()).containsExactly("q-0");
            assertThat(server.calls("GetQueryResults")).isLessThan(10);
        }
    }

    @Test
    void theCostIsThatOfTheDatedPrice() {
        QueryCost cost = new QueryCost(2, 3_000_000_000L, new BigDecimal("0.015"), "2026-11-20");
        assertThat(cost.line()).isEqualTo("2 queries scanned 3.0 GB, about 0.0150 USD (price of 2026-11-20).");
        assertThat(ScanPrices.builtIn().usd("eu-west-1", 1_000_000_000L)).isEqualByComparingTo("0.005");
    }

    @Test
    void tooManyQueriesAtOnceAreWaitedFor() {
        fill(server, GROUP, 5);
        server.refuse("StartQuery", "LimitExceededException", 3);
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertThat(logs.query(search(10), never()).rows()).hasSize(5);
            assertThat(server.calls("StartQuery")).isEqualTo(4);
        }
    }

    @Test
    void aQueryThatIsNotUnderstoodSaysWhere() {
        server.group(GROUP);
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            QueryRequest wrong = new QueryRequest(List.of(GROUP), "fields @message | fliter x", LAST_HOUR, 10);
            assertThatThrownBy(() -> logs.query(wrong, never()))
                    .isInstanceOf(TroubleshooterException.class)
                    .hasMessageContaining("at character 19");
        }
    }

    @Test
    void countsAndPatternsAreRowsOfTheirOwn() {
        for (int i = 0; i < 60; i++) {
            server.put(GROUP, "s", NOW.minusSeconds(60 * i + 1), "event " + i);
        }
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            QueryRequest counts = new QueryRequest(
                    List.of(GROUP), "filter @message like /event/ | stats count(*) as n by bin(30m)", LAST_HOUR, 100);
            QueryRequest patterns = new QueryRequest(List.of(GROUP), SearchQuery.patterns(List.of()), LAST_HOUR, 100);

            assertThat(logs.query(counts, never()).rows())
                    .extracting(row -> row.get("n"))
                    .containsExactly("30", "30");
            assertThat(logs.query(patterns, never()).rows().get(0))
                    .containsEntry("@pattern", "event <*>")
                    .containsEntry("@sampleCount", "60");
        }
    }

    @Test
    void textsAreQuotedSoThatTheyCannotBecomeCommands() {
        server.put(GROUP, "s", NOW.minusSeconds(5), "say \"hi\" | unmask \\o/");
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertThat(logs.query(search(10, "\"hi\" | unmask \\o/"), never()).rows())
                    .hasSize(1);
        }
        assertThat(SearchQuery.events(List.of("a\" | stats count(*)")))
                .endsWith("| filter @message like \"a\\\" | stats count(*)\"");
    }

    @Test
    void theWindowIsNotCutAtItsEnd() {
        server.put(GROUP, "s", Instant.parse("2026-11-21T11:59:59.900Z"), "last");
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertThat(messages(logs.query(search(10), never()))).containsExactly("last");
        }
    }
}
