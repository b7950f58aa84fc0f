package io.troubleshooter.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.troubleshooter.http.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form in which evidence can be sent, seen by the frame that comes back. */
class FormsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String LOG = "2026-11-20 09:43:11 ERROR could not extend file: No space left on device\n";

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.in(folder, Map.of("limits.paste", "1MiB"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void textOfAnyType() {
        for (String type :
                new String[] {"text/plain", "application/octet-stream", "application/x-www-form-urlencoded"}) {
            assertThat(frame(type, LOG.getBytes(StandardCharsets.UTF_8))
                            .at("/sources/0/lines")
                            .asInt())
                    .as(type)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsCompressedIsUnpackedWhetherAHeaderSaysSoOrNot() {
        byte[] zipped = gzip(LOG.repeat(3).getBytes(StandardCharsets.UTF_8));
        JsonNode bare = frame("application/octet-stream", zipped);
        JsonNode said = json(send("/v1/frame", "text/plain", zipped, "Content-Encoding", "gzip"));
        JsonNode twice = json(send("/v1/frame", "text/plain", gzip(zipped), "Content-Encoding", "gzip"));

        for (JsonNode frame : new JsonNode[] {bare, said, twice}) {
            assertThat(frame.at("/sources/0/lines").asInt()).isEqualTo(3);
        }
    }

    @Test
    void aFileThatWasCutWhileCompressedIsReadAsFarAsItGoes() {
        byte[] whole = gzip(noise(200_000));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);

        JsonNode source = frame("application/gzip", cut).at("/sources/0");

        assertThat(source.path("lines").asInt()).isGreaterThan(100);
        assertThat(source.path("notes").toString()).contains("ended in the middle");
    }

    @Test
    void eachFileOfAFormIsASourceOfItsName() {
        String body = part("log", "C:\\logs\\app.log", LOG) + part("log", "../../etc/db.log", LOG + LOG)
                + "--XX\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nnot a file\r\n--XX--\r\n";

        JsonNode frame = frame("multipart/form-data; boundary=XX", body.getBytes(StandardCharsets.UTF_8));

        assertThat(frame.path("sources")).hasSize(2);
        assertThat(frame.at("/sources/0/name").asText()).isEqualTo("app.log");
        assertThat(frame.at("/sources/1/name").asText()).isEqualTo("db.log");
        assertThat(frame.at("/sources/1/lines").asInt()).isEqualTo(2);
    }

    @Test
    void aFileOfAFormMayBeCompressed() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--XX\r\nContent-Disposition: form-data; name=f; filename=a.gz\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(gzip(LOG.repeat(5).getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(frame("multipart/form-data; boundary=XX", body.toByteArray())
                        .at("/sources/0/lines")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void textInJson() {
        JsonNode frame = jsonFrame("{\"text\":\"2026-11-20 09:43:11 ERROR a\\nb\",\"name\":\"x.log\"}");

        assertThat(frame.at("/sources/0/name").asText()).isEqualTo("x.log");
        assertThat(frame.at("/sources/0/lines").asInt()).isEqualTo(2);
    }

    @Test
    void severalTextsInJson() {
        JsonNode frame = jsonFrame("{\"sources\":[{\"text\":\"ERROR a\",\"name\":\"x\"},{\"text\":\"ERROR b\"}]}");

        assertThat(frame.path("sources")).hasSize(2);
        assertThat(frame.at("/sources/1/name").asText()).isEqualTo("paste");
    }

    @Test
    void aLogWrittenInJsonIsALog() {
        String record = "{\"time\":\"2026-11-20T09:43:11Z\",\"level\":\"error\",\"text\":\"x\",\"msg\":\"disk full\"}";

        for (String log : new String[] {record, record + "\n" + record + "\n", "[" + record + "]"}) {
            JsonNode frame = jsonFrame(log);
            assertThat(frame.at("/levels/ERROR").asInt(0)
                            + frame.at("/levels/error").asInt(0))
                    .as(log)
                    .isPositive();
        }
    }

    @Test
    void measuredValuesAreMetricsOfTheFrame() {
        JsonNode frame = jsonFrame(
                "{\"metrics\":{\"cpu_usage\":92,\"disk\":{\"used_percent\":97.5}},\"time\":\"2026-11-20T09:43:11Z\"}");

        assertThat(frame.at("/sources/0/name").asText()).isEqualTo("metrics");
        assertThat(frame.path("metrics").findValuesAsText("name")).contains("cpu_usage", "disk.used_percent");
        assertThat(frame.path("metrics").findValuesAsText("max")).contains("92.0", "97.5");
        assertThat(frame.at("/time/first").asText()).startsWith("2026-11-20T09:43:11");
    }

    @Test
    void saysWhichFieldIsWrong() {
        Map<String, String> wrong = Map.of(
                "{\"text\":5}", "/text",
                "{\"text\":\"\"}", "/text",
                "{\"text\":\"a\",\"name\":[]}", "/name",
                "{\"sources\":{}}", "/sources",
                "{\"metrics\":{\"a b\":1}}", "/metrics",
                "{\"metrics\":{\"cpu\":\"high\"}}", "/metrics",
                "{\"metrics\":{}}", "/metrics",
                "{\"metrics\":{\"cpu\":1},\"time\":\"noon\"}", "/time",
                "{\"text\":\"a\",\"url\":\"b\"}", "/");
        wrong.forEach((json, pointer) -> {
            HttpResponse<String> answer = send("/v1/frame", "application/json", json.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(json).isEqualTo(422);
            assertThat(json(answer).at("/errors/0/pointer").asText()).as(json).isEqualTo(pointer);
        });
    }

    @Test
    void whatIsLargerThanItMayBeIsRefusedHoweverItsLengthIsTold() {
        byte[] large = noise(1_100_000);

        assertThat(send("/v1/diagnose", "text/plain", large).statusCode()).isEqualTo(413);
        assertThat(send("/v1/diagnose", "text/plain", gzip(large)).statusCode()).isEqualTo(413);
        HttpRequest.Builder chunked = HttpRequest.newBuilder(service.uri("/v1/redact"))
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)));
        assertThat(service.send(chunked).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyWithNothingInItIsMissing() {
        for (String type : new String[] {"text/plain", "application/json"}) {
            HttpResponse<String> answer = send("/v1/diagnose", type, new byte[0]);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("code").asText()).isEqualTo("missing_body");
        }
    }

    @Test
    void redactsLineForLine() {
        HttpResponse<String> answer = send(
                "/v1/redact",
                "text/plain",
                "login of ann@example.com\nfrom 203.0.113.9\n".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.body()).isEqualTo("login of <email:1>\nfrom <ip:1>\n");
        assertThat(answer.headers().firstValue("X-Redacted-Total")).contains("2");
        assertThat(answer.headers().firstValue("X-Redacted-Kinds")).contains("email=1, ip=1");
    }

    @Test
    void aDiagnosisComesInEachFormat() {
        Map<String, String> beginnings =
                Map.of("json", "{", "markdown", "#", "html", "<!DOCTYPE html>", "text", "INCIDENT", "postmortem", "#");
        beginnings.forEach((format, beginning) -> {
            HttpResponse<String> answer = service.post("/v1/diagnose?format=" + format, LOG);
            assertThat(answer.statusCode()).as(format).isEqualTo(200);
            assertThat(answer.body()).as(format).startsWithIgnoringCase(beginning);
        });
        assertThat(service.post("/v1/diagnose?format=pdf", LOG).statusCode()).isEqualTo(422);
    }

    private static String part(String field, String file, String text) {
        return "--XX\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n";
    }

    /** Text that does not compress well. */
    private static byte[] noise(int bytes) {
        java.util.Random random = new java.util.Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < bytes) {
            text.append("2026-11-20 09:43:11 INFO value ")
                    .append(random.nextLong())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write(bytes);
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode jsonFrame(String body) {
        return frame("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode frame(String type, byte[] body) {
        HttpResponse<String> answer = send("/v1/frame", type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static HttpResponse<String> send(String path, String type, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        return service.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
