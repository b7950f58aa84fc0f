package io.troubleshooter.http.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.http.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LinesViewTest {

    private static final String LOG = """
            2026-11-20 09:43:10 INFO  orders served 12 requests
            2026-11-20 09:43:11 ERROR could not extend file "base/1": No space left on device
            java.io.IOException: No space left on device
            \tat org.example.Disk.write(Disk.java:12)
            \tat org.example.Main.main(Main.java:3)
            2026-11-20 09:43:12 INFO  orders served 15 requests
            """;

    private final LinesView view = new LinesView(new Views());

    @Test
    void tellsLevelTimeAndRecordOfEachLine() {
        JsonNode lines = view.json(Sessions.of(LOG), "S1", 1, 6).path("lines");

        assertThat(lines).hasSize(6);
        assertThat(lines.get(1).path("level").textValue()).isEqualTo("ERROR");
        assertThat(lines.get(3).path("level").textValue()).isEqualTo("ERROR");
        assertThat(lines.get(3).path("trace").booleanValue()).isTrue();
        assertThat(lines.get(3).path("record").toString()).isEqualTo("[2,5]");
        assertThat(lines.get(5).path("time").textValue()).isEqualTo("2026-11-20T09:43:12Z");
        assertThat(lines.get(5).path("trace").booleanValue()).isFalse();
    }

    @Test
    void namesTheGroupOfALineAndWhoCitesIt() {
        JsonNode lines = view.json(Sessions.of(LOG), "S1", 1, 6).path("lines");

        assertThat(lines.get(0).path("group").textValue()).startsWith("v1:");
        assertThat(lines.get(0).path("group")).isEqualTo(lines.get(5).path("group"));
        assertThat(lines.get(0).path("group")).isNotEqualTo(lines.get(1).path("group"));
        assertThat(lines.get(1).path("cited").toString()).isEqualTo("[1]");
        assertThat(lines.get(0).has("cited")).isFalse();
    }

    @Test
    void endsWithTheLastLineOfTheSource() {
        JsonNode json = view.json(Sessions.of(LOG), "S1", 5, 400);

        assertThat(json.path("to").longValue()).isEqualTo(6);
        assertThat(json.path("total").longValue()).isEqualTo(6);
        assertThat(json.path("lines")).hasSize(2);
    }

    @Test
    void cutsLinesThatWouldFillTheAnswer() {
        String wide = "ERROR " + "x ".repeat(400_000) + "\n";
        JsonNode json = view.json(Sessions.of(wide.repeat(40)), "S1", 1, 40);

        assertThat(json.toString().length()).isLessThan(10_000_000);
        assertThat(json.path("lines").get(0).path("cutAt").intValue()).isEqualTo((8 << 20) / 40);
    }

    @Test
    void refusesASourceThatIsNotThere() {
        Snapshot snapshot = Sessions.of(LOG);

        assertThatThrownBy(() -> view.json(snapshot, "S2", 1, 2)).isInstanceOf(ProblemException.class);
    }
}
