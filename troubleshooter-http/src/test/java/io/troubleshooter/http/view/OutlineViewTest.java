package io.troubleshooter.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OutlineViewTest {

    private static final String HEAD = "2026-11-20 09:43:1";

    private final OutlineView view = new OutlineView(new Views());

    private JsonNode outline(String log) {
        try {
            return new ObjectMapper().readTree(view.json(Sessions.of(log), "S1").toString());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void joinsAdjacentRecordsOfOneLevelAndLeavesTheHarmlessOut() {
        JsonNode outline = outline(HEAD + "0 INFO started\n" + HEAD + "1 WARN slow\n" + HEAD + "2 WARN slower\n" + HEAD
                + "3 ERROR failed\n" + HEAD + "4 INFO stopped\n");

        assertThat(outline.path("levels").toString()).isEqualTo("[[2,3,\"WARN\"],[4,4,\"ERROR\"]]");
        assertThat(outline.path("total").longValue()).isEqualTo(5);
    }

    @Test
    void foldsTheFurtherLinesOfAStackTrace() {
        JsonNode outline = outline(HEAD + "0 INFO started\n" + HEAD + "1 ERROR failed\njava.io.IOException: gone\n"
                + "\tat a.B.c(B.java:1)\n\tat a.B.d(B.java:2)\n\tat a.B.e(B.java:3)\n" + HEAD + "4 INFO stopped\n");

        assertThat(outline.path("folds").toString()).isEqualTo("[[3,6,\"trace\",4]]");
    }

    @Test
    void foldsRecordsThatRepeatTheOneBefore() {
        StringBuilder log = new StringBuilder(HEAD + "0 INFO started\n");
        for (int i = 0; i < 6; i++) {
            log.append(HEAD)
                    .append(i)
                    .append(" WARN checkpoint after ")
                    .append(100 + i)
                    .append(" ms\n");
        }
        JsonNode outline = outline(log + HEAD + "9 INFO stopped\n");

        assertThat(outline.path("folds").toString()).isEqualTo("[[3,7,\"repeat\",5]]");
    }

    @Test
    void givesTimesForAScaleHoweverLongTheSourceIs() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            log.append("2026-11-20 09:")
                    .append(10 + i / 100)
                    .append(":00 INFO step ")
                    .append(i)
                    .append('\n');
        }
        JsonNode times = outline(log.toString()).path("times");

        assertThat(times.size()).isBetween(1_000, 2_000);
        assertThat(times.get(0).toString())
                .isEqualTo(
                        "[1," + java.time.Instant.parse("2026-11-20T09:10:00Z").toEpochMilli() + "]");
    }

    @Test
    void isMadeOnceForTheSameEvidence() {
        Views views = new Views();
        var conversation = Sessions.with("2026-11-20 09:43:11 ERROR disk full\n");

        Prepared first = views.of(Snapshot.of(conversation));
        Prepared again = views.of(Snapshot.of(conversation));

        assertThat(again).isSameAs(first);
    }
}
