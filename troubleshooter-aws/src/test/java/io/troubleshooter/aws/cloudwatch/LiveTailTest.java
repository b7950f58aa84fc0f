package io.troubleshooter.aws.cloudwatch;

import static io.troubleshooter.aws.cloudwatch.LogsFixture.GROUP;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.NOW;
import static io.troubleshooter.aws.cloudwatch.LogsFixture.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.Cancellation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveTailTest {

    private final CloudWatchLogsServer server = new CloudWatchLogsServer().group(GROUP);
    private final List<String> shown = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void eventsAreShownAsTheyArriveUntilTheSessionEnds() {
        server.arrive(GROUP, "s", NOW, "one", false);
        server.arrive(GROUP, "s", NOW, "two", true);
        server.endTail();
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            String end = logs.tail(List.of(GROUP), null, this::show, never());

            assertThat(shown).containsExactly("/aws/lambda/checkout one", "/aws/lambda/checkout two (sampled)");
            assertThat(end).contains("session ended");
        }
    }

    private void show(List<LogEvent> events, boolean sampled) {
        events.forEach(event -> shown.add(event.group() + " " + event.message() + (sampled ? " (sampled)" : "")));
    }

    @Test
    void manyMoreThanFitAreAllShown() {
        for (int i = 0; i < 500; i++) {
            server.arrive(GROUP, "s", NOW, "event " + i, false);
        }
        server.endTail();
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            logs.tail(List.of(GROUP), null, this::show, never());

            assertThat(shown).hasSize(500);
        }
    }

    @Test
    void cancellingEndsIt() {
        Cancellation cancellation = new Cancellation();
        server.arrive(GROUP, "s", NOW, "one", false);
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            String end = logs.tail(List.of(GROUP), null, (events, sampled) -> cancellation.cancel(), cancellation);

            assertThat(end).contains("on request");
        }
    }

    @Test
    void refusalsAreSaid() {
        server.refuse("StartLiveTail", "AccessDeniedException", 1);
        try (CloudWatchLogs logs = LogsFixture.open(server)) {
            assertThatThrownBy(() -> logs.tail(List.of(GROUP), null, this::show, never()))
                    .isInstanceOf(TroubleshooterException.class)
                    .hasMessageContaining("logs:StartLiveTail");
            assertThatThrownBy(() -> logs.tail(List.of("/none"), null, this::show, never()))
                    .hasMessageContaining("no such log group");
        }
    }
}
