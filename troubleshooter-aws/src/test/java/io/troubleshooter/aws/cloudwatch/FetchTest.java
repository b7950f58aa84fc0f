package io.troubleshooter.aws.cloudwatch;

import static io.troubleshooter.aws.cloudwatch.LogsFixture.GROUP;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.LAST_HOUR;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.NOW;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.fill;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.messages;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetchTest {

    private final CloudWatchLogsServer server = new CloudWatchLogsServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "event " + i).toList();
    }

    private static FetchRequest newest() {
        return new FetchRequest(GROUP, List.of(), null, LAST_HOUR, null, true);
    }

    @Test
    void emptyPagesAreNotTheEnd() {
        fill(server, GROUP, 95);
        server.pages(10, 3);
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            LogEvents events = logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), never());

            assertThat(messages(events)).isEqualTo(numbered(0, 95));
            assertThat(events.notes()).isEmpty();
            assertThat(server.calls("FilterLogEvents")).isEqualTo(10 * 4);
        }
    }

    @Test
    void throttlingIsWaitedFor() {
        fill(server, GROUP, 20);
        server.pages(10, 0).refuse("FilterLogEvents", "ThrottlingException", 5);
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertThat(messages(logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), never())))
                    .isEqualTo(numbered(0, 20));
            assertThat(server.calls("FilterLogEvents")).isEqualTo(2 + 5);
        }
    }

    @Test
    void throttlingWithoutEndIsSaidAfterBoundedCalls() {
        server.group(GROUP).refuse("FilterLogEvents", "ThrottlingException", 1_000);
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            LogEvents events = logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), never());

            assertThatThrownBy(events::next)
                    .isInstanceOf(TroubleshooterException.class)
                    .hasMessageContaining("throttling");
            assertThat(server.calls("FilterLogEvents")).isEqualTo(LogsFixture.FAST.attempts());
        }
    }

    @Test
    void pagesWithoutEndStopAtTheLimitOfRequests() {
        fill(server, GROUP, 10);
        server.pages(10, 1_000_000);
        CloudWatchLimits limits = CloudWatchLimits.PERSONAL.withCalls(25);
        try (CloudWatchLogs logs = LogsFixture.open(server, limits)) {
            LogEvents events = logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), never());

            assertThat(messages(events)).isEmpty();
            assertThat(events.notes()).singleElement().asString().contains("limit of requests");
            assertThat(server.calls("FilterLogEvents")).isEqualTo(25);
        }
    }

    @Test
    void whatIsCutIsSaid() {
        fill(server, GROUP, 100);
        server.pages(30, 0);
        try (CloudWatchLogs logs = LogsFixture.open(server, CloudWatchLimits.PERSONAL.withEvents(50))) {
            LogEvents events = logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), never());

            assertThat(messages(events)).isEqualTo(numbered(0, 50));
            assertThat(events.notes()).singleElement().asString().contains("Cut after 50 events");
        }
    }

    @Test
    void exactlyAsManyAsAllowedIsNoCut() {
        fill(server, GROUP, 50);
        try (CloudWatchLogs logs = LogsFixture.open(server, CloudWatchLimits.PERSONAL.withEvents(50))) {
            LogEvents events = logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), never());

            assertThat(messages(events)).hasSize(50);
            assertThat(events.notes()).isEmpty();
        }
    }

    @Test
    void theNewestComeInOrderOfTimeWithFewCalls() {
        fill(server, GROUP, 10_000);
        try (CloudWatchLogs logs = LogsFixture.open(server, CloudWatchLimits.PERSONAL.withEvents(500))) {
            LogEvents events = logs.fetch(newest(), never());

            assertThat(messages(events)).isEqualTo(numbered(9_500, 10_000));
            assertThat(events.notes()).singleElement().asString().contains("newest 500");
            assertThat(server.calls("FilterLogEvents")).isLessThan(6);
        }
    }

    @Test
    void theNewestOfFewAreAll() {
        fill(server, GROUP, 40);
        try (CloudWatchLogs logs = LogsFixture.open(server, CloudWatchLimits.PERSONAL.withEvents(500))) {
            LogEvents events = logs.fetch(newest(), never());

            assertThat(messages(events)).isEqualTo(numbered(0, 40));
            assertThat(events.notes()).isEmpty();
        }
    }

    @Test
    void streamsAndPatternsNarrowIt() {
        server.put(GROUP, "web-1", NOW.minusSeconds(9), "ERROR one")
                .put(GROUP, "web-2", NOW.minusSeconds(8), "INFO two")
                .put(GROUP, "db-1", NOW.minusSeconds(7), "ERROR three");
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            FetchRequest prefix = new FetchRequest(GROUP, List.of(), "web", LAST_HOUR, "ERROR", false);
            FetchRequest stream = new FetchRequest(GROUP, List.of("db-1"), null, LAST_HOUR, null, false);

            assertThat(messages(logs.fetch(prefix, never()))).containsExactly("ERROR one");
            assertThat(messages(logs.fetch(stream, never()))).containsExactly("ERROR three");
            assertThat(stream.name()).isEqualTo(GROUP + "/db-1");
        }
    }

    @Test
    void cancellingEndsItWithWhatHasCome() {
        fill(server, GROUP, 100);
        server.pages(10, 0);
        Cancellation cancellation = new Cancellation();
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            LogEvents events = logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), cancellation);
            assertThat(events.next()).hasSize(10);
            cancellation.cancel();

            assertThat(events.next()).isNull();
            assertThat(events.notes()).singleElement().asString().contains("Stopped on request after 10 events");
            assertThat(server.calls("FilterLogEvents")).isEqualTo(1);
        }
    }

    @Test
    void cancellingEndsTheWaitAfterThrottling() throws InterruptedException {
        server.group(GROUP).refuse("FilterLogEvents", "ThrottlingException", 1_000);
        Pace slow = new Pace(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(5), 8);
        Cancellation cancellation = new Cancellation();
        try (CloudWatchLogs logs = new CloudWatchLogs(
                server.access(), CloudWatchLimits.PERSONAL, ScanPrices.builtIn(), LogsFixture.CLOCK, slow)) {
            LogEvents events = logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), cancellation);
            Thread reader = new Thread(events::next, "reader");
            reader.start();
            while (server.calls("FilterLogEvents") == 0) {
                Thread.onSpinWait();
            }
            cancellation.cancel();
            reader.join(20_000);

            assertThat(reader.isAlive()).isFalse();
            assertThat(events.notes()).singleElement().asString().contains("Stopped on request");
        }
    }

    @Test
    void otherGroupsAndLongerTimesAreRefusedBeforeAnyCall() {
        CloudWatchLimits limits = CloudWatchLimits.service(List.of("/aws/lambda/*"));
        try (CloudWatchLogs logs = LogsFixture.open(server, limits)) {
            assertThatThrownBy(() -> logs.fetch(FetchRequest.of("/secret/payroll", LAST_HOUR), never()))
                    .isInstanceOf(TroubleshooterException.class)
                    .hasMessageNotContaining("payroll");
            TimeWindow week = new TimeWindow(NOW.minus(Duration.ofDays(7)), NOW);
            assertThatThrownBy(() -> logs.fetch(FetchRequest.of(GROUP, week), never()))
                    .hasMessageContaining("longer than 3 days");
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void refusalsSayWhatToDoAndNotWhatTheServiceSaid() {
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertRefused(logs, "AccessDeniedException", "logs:FilterLogEvents");
            assertRefused(logs, "ExpiredTokenException", "credentials");
            assertRefused(logs, "ResourceNotFoundException", "no such log group");
            assertRefused(logs, "InvalidParameterException", "filter pattern");
        }
    }

    private void assertRefused(CloudWatchLogs logs, String type, String said) {
        server.refuse("FilterLogEvents", type, 1);
        LogEvents events = logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), never());
        assertThatThrownBy(events::next)
                .isInstanceOfSatisfying(
                        TroubleshooterException.class,
                        failed -> assertThat(failed.getMessage() + failed.advice())
                                .contains(said)
                                .doesNotContain("secret-of-the-service"));
    }

    @Test
    void theNearestNamesAreKnown() {
        server.group("/aws/lambda/checkout")
                .group("/aws/lambda/checkout-worker")
                .group("/ecs/api");
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertThat(logs.nearest("/aws/lamda/chekout")).startsWith("/aws/lambda/checkout");
            assertThat(logs.nearest("zzz")).isEmpty();
        }
    }

    @Test
    void groupsAreListedPageByPage() {
        for (int i = 0; i < 120; i++) {
            server.group(String.format("/ecs/service-%03d", i));
        }
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertThat(logs.groups(null, null, 500, never()).groups()).hasSize(120);
            assertThat(logs.groups("/ecs/service-00", null, 500, never()).groups())
                    .hasSize(10);
            assertThat(logs.groups(null, "SERVICE-11", 5, never()).more()).isTrue();
            assertThat(server.calls("DescribeLogGroups")).isEqualTo(3 + 1 + 1);
        }
    }

    @Test
    void hostileMessagesComeThroughUnchanged() throws Exception {
        String large = "x".repeat(256 * 1024);
        List<String> hostile =
                List.of("nul \u0000 in it", "\u001b[2Jclear", "lone \ud83d\ude00 smile", "", large, "a\r\nb");
        Instant time = NOW.minusSeconds(60);
        for (int i = 0; i < hostile.size(); i++) {
            server.put(GROUP, "s", time.plusSeconds(i), hostile.get(i));
        }
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertThat(messages(logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), never())))
                    .isEqualTo(hostile);
            byte[] text = logs.fetch(FetchRequest.of(GROUP, LAST_HOUR), never())
                    .text()
                    .readAllBytes();
            assertThat(text.length).isGreaterThan(large.length());
        }
    }
}
