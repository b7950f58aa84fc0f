package io.troubleshooter.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinesTest {

    private static final Instant TIME = Instant.parse("2026-11-21T09:30:00.120Z");

    private static LogEvent event(String stream, String message) {
        return new LogEvent("/g", stream, TIME, message);
    }

    private static String text(String... messages) {
        List<LogEvent> events = IntStream.range(0, messages.length)
                .mapToObj(i -> event("s", messages[i]))
                .toList();
        return EventLines.text(events);
    }

    @Test
    void anEventWithoutATimeGetsThatOfTheService() {
        assertThat(text("ERROR payment refused")).isEqualTo("2026-11-21T09:30:00.120Z ERROR payment refused\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T09:30:00.100Z\treq-1\tERROR\tno",
                "[main] 09:30:00,100 WARN slow",
                "{\"level\":\"error\",\"timestamp\":\"x\",\"msg\":\"no\"}",
                "21/Nov/2026:09:30:00 +0000 GET / 500"
            })
    void anEventWithATimeOfItsOwnStaysAsItIs(String message) {
        assertThat(text(message)).isEqualTo(message + "\n");
    }

    @Test
    void linesOfAMessageAreKept() {
        assertThat(text("09:30:00 ERROR boom\njava.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)\n"))
                .isEqualTo("09:30:00 ERROR boom\njava.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)\n");
    }

    @Test
    void aStackTraceInManyEventsStaysTogetherWhateverOtherStreamsWrite() {
        List<LogEvent> events = List.of(
                event("a", "09:30:00 ERROR a failed"),
                event("b", "09:30:00 INFO b works"),
                event("a", "java.lang.IllegalStateException: no"),
                event("b", "09:30:01 INFO b goes on"),
                event("a", "\tat a.B.c(B.java:1)"));

        assertThat(EventLines.text(events).lines())
                .containsExactly(
                        "09:30:00 ERROR a failed",
                        "java.lang.IllegalStateException: no",
                        "\tat a.B.c(B.java:1)",
                        "09:30:00 INFO b works",
                        "09:30:01 INFO b goes on");
    }

    @Test
    void aLongMessageOfOneKindOfCharacterIsQuick() {
        String dots = "a.".repeat(128 * 1024);
        assertThat(text(dots)).endsWith(dots + "\n");
    }
}
