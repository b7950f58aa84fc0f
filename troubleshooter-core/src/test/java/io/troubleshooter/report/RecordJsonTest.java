package io.troubleshooter.report;

import static io.troubleshooter.report.Fixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.record.StackTrace;
import io.troubleshooter.text.LineRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    private static final Instant TIME = Instant.parse("2026-11-20T09:43:11.204Z");

    private static LogRecord record(@Nullable StackTrace trace) {
        return new LogRecord(
                new LineRef("S1", 12, 14),
                null,
                "spring-boot",
                TIME,
                Level.ERROR,
                text("c.e.Checkout"),
                text("order failed"),
                List.of(text("java.io.IOException: disk"), text("\tat a.B.c(B.java:7)")),
                Map.of("thread", text("main")),
                trace);
    }

    private static StackTrace trace() {
        StackTrace.Frame frame = new StackTrace.Frame(text("a.B.c"), text("B.java"), 7, true);
        return new StackTrace(
                "java", List.of(new StackTrace.Thrown(text("java.io.IOException"), text("disk"), List.of(frame), 13)));
    }

    private static List<JsonNode> written(LogRecord... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordJson json = new RecordJson(out)) {
            for (LogRecord record : records) {
                json.accept(record);
            }
        }
        ObjectMapper mapper = new ObjectMapper();
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.isEmpty() || text.endsWith("\n")).isTrue();
        return text.lines()
                .map(line -> {
                    try {
                        return mapper.readTree(line);
                    } catch (IOException broken) {
                        throw new AssertionError(line, broken);
                    }
                })
                .toList();
    }

    @Test
    void eachRecordIsOneLine() throws IOException {
        assertThat(written()).isEmpty();
        assertThat(written(record(null), record(trace()))).hasSize(2);
    }

    @Test
    void aRecordHasTheFieldsOfTheContract() throws IOException {
        JsonNode json = written(record(trace())).get(0);
        assertThat(json.path("lines").toString()).isEqualTo("[12,14]");
        assertThat(json.path("time").asText()).isEqualTo("2026-11-20T09:43:11.204Z");
        assertThat(json.path("level").asText()).isEqualTo("ERROR");
        assertThat(json.path("logger").asText()).isEqualTo("c.e.Checkout");
        assertThat(json.path("format").asText()).isEqualTo("spring-boot");
        assertThat(json.path("message").asText()).isEqualTo("order failed");
        assertThat(json.at("/fields/thread").asText()).isEqualTo("main");
        assertThat(json.at("/stackTrace/chain/0/frames/0/function").asText()).isEqualTo("a.B.c");
        assertThat(json.at("/stackTrace/text").asText()).startsWith("java.io.IOException: disk\n\tat");
    }

    @Test
    void withoutATraceTheMessageHasAllItsLines() throws IOException {
        assertThat(written(record(null)).get(0).path("message").asText())
                .isEqualTo("order failed\njava.io.IOException: disk\n\tat a.B.c(B.java:7)");
    }
}
