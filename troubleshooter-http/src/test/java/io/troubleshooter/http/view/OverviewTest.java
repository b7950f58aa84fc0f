package io.troubleshooter.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.Conversation;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups, timeline, entities, redactions and the diagnosis of one log. */
class OverviewTest {

    private static final String LOG = log();

    private final Snapshot snapshot = Sessions.of(LOG);
    private final Views views = new Views();

    private static String log() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            log.append(String.format("2026-11-20 09:%02d:10 INFO  served %d requests of 10.0.0.%d%n", i, 10 + i, i));
            if (i > 40) {
                log.append(String.format(
                        "2026-11-20 09:%02d:11 ERROR could not extend file \"base/%d\":" + " No space left on device%n",
                        i, i));
            }
        }
        return log.toString();
    }

    @Test
    void groupsShowTheWorstFirstWithTheirSpreadOverTime() {
        JsonNode first = new GroupsView(views).json(snapshot, null, null, 1);
        JsonNode group = first.path("groups").get(0);

        assertThat(group.path("level").textValue()).isEqualTo("ERROR");
        assertThat(group.path("count").intValue()).isEqualTo(19);
        assertThat(group.path("exemplars").get(0).path("text").textValue()).contains("No space left");
        int sum = 0;
        for (JsonNode count : group.path("counts")) {
            sum += count.intValue();
        }
        assertThat(sum).isEqualTo(19);
        assertThat(new GroupsView(views)
                        .json(snapshot, null, first.path("next").textValue(), 50)
                        .path("groups"))
                .isNotEmpty();
        assertThat(new GroupsView(views).json(snapshot, "ERROR", null, 50).path("groups"))
                .hasSize(1);
    }

    @Test
    void theTimelineHasBucketsEventsAndARange() {
        JsonNode timeline = TimelineView.json(snapshot, List.of());

        assertThat(timeline.path("bucketSeconds").intValue()).isPositive();
        assertThat(timeline.path("buckets").size()).isGreaterThan(10);
        assertThat(timeline.path("events").findValuesAsText("kind")).contains("first-error");
        assertThat(timeline.path("range").path("zone").textValue()).isEqualTo("UTC");
    }

    @Test
    void aLogWithoutTimesHasNoRange() {
        JsonNode timeline = TimelineView.json(Sessions.of("disk full\n"), List.of());

        assertThat(timeline.path("bucketSeconds").isNull()).isTrue();
        assertThat(timeline.path("buckets")).isEmpty();
        assertThat(timeline.path("range").isNull()).isTrue();
    }

    @Test
    void entitiesCanBeNarrowedToAKind() {
        JsonNode all = EntitiesView.json(snapshot, null);
        String kind = all.path("entities").get(0).path("kind").textValue();

        assertThat(EntitiesView.json(snapshot, kind).path("entities")).isNotEmpty();
        assertThat(EntitiesView.json(snapshot, "none-such").path("entities")).isEmpty();
    }

    @Test
    void redactionsShowAtMostThreeLinesOfEachKindAsTheyAreStored() {
        JsonNode redactions = new RedactionsView(views).json(snapshot);

        assertThat(redactions.path("total").intValue()).isEqualTo(60);
        assertThat(redactions.path("byKind").path("ip").intValue()).isEqualTo(60);
        assertThat(redactions.path("examples")).hasSize(3);
        assertThat(redactions.path("examples").get(0).path("text").textValue())
                .contains("<ip:1>")
                .doesNotContain("10.0.0.");
    }

    @Test
    void theDiagnosisSaysWhoCitesWhichLines() throws JsonProcessingException {
        JsonNode diagnosis = DiagnosisView.json(snapshot);

        assertThat(diagnosis.path("schema").textValue()).isEqualTo("troubleshooter/diagnosis/v1");
        assertThat(diagnosis.path("citedBy").fieldNames().next()).startsWith("S1:");
    }

    @Test
    void theNewestAnswerCountsUntilMoreEvidenceComes() {
        Conversation conversation = Sessions.with(LOG);
        assertThat(Snapshot.of(conversation).turn()).isNull();

        conversation.ask("what broke?", AnswerListener.NONE, new Cancellation());
        assertThat(Snapshot.of(conversation).turn()).isNotNull();

        conversation.add(LogSource.text("2026-11-20 11:00:00 FATAL out of memory\n", "more.log"));
        assertThat(Snapshot.of(conversation).turn()).isNull();
    }
}
