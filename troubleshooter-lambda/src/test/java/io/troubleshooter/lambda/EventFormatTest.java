package io.troubleshooter.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFormatTest {

    private static Call read(JsonNode event) {
        return EventFormat.of(event, "/base").orElseThrow().read(event);
    }

    private static ObjectNode written(JsonNode event, Reply reply) {
        return EventFormat.of(event, "").orElseThrow().write(reply, event);
    }

    private static Reply reply(String type, String body, Header... more) {
        List<Header> headers = new java.util.ArrayList<>(List.of(more));
        headers.add(new Header("Content-Type", type));
        return new Reply(200, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "$default, /v1/sessions, /v1/sessions",
        "prod, /prod/v1/sessions, /v1/sessions",
        "prod, /prod, /",
        "prod, /production/x, /production/x",
        "$default, //evil.example/x, /evil.example/x",
        "$default, /a b, /a%20b",
        "$default, /a%2Fb, /a%2Fb",
        "$default, /100%, /100%25",
        "$default, /ü, /%C3%BC",
    })
    void theStageIsCutOffAndThePathIsFitForAUrl(String stage, String raw, String path) {
        assertThat(read(Events.two(stage, "GET", raw, "")).path()).isEqualTo(path);
    }

    @Test
    void versionTwoIsReadAsItWasSent() {
        ObjectNode event = Events.two("$default", "POST", "/v1/diagnose", "format=markdown&a=1&a=2&q=x%20y");
        event.putArray("cookies").add("a=1").add("b=2");
        event.put("body", "ERROR full");

        Call call = read(event);

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.query()).isEqualTo("format=markdown&a=1&a=2&q=x%20y");
        assertThat(call.headers()).contains(new Header("cookie", "a=1; b=2"), new Header("host", "abc123.example.com"));
        assertThat(call.body()).asString(StandardCharsets.UTF_8).isEqualTo("ERROR full");
        assertThat(call.sender()).isEqualTo("198.51.100.7");
    }

    @Test
    void versionOneHasListsOfValuesThatWereDecoded() {
        Call call = read(Events.one("GET", "/base/v1/sessions"));

        assertThat(call.path()).isEqualTo("/v1/sessions");
        assertThat(call.query()).isEqualTo("q=a%26b&q=c+d");
        assertThat(call.headers()).contains(new Header("Cookie", "a=1"), new Header("Cookie", "b=2"));
        assertThat(call.sender()).isEqualTo("198.51.100.7");
    }

    @Test
    void aBalancerTellsValuesAsTheyStoodInTheUrl() {
        Call call = read(Events.balancer("GET", "/v1/sessions", Map.of("q", "a%26b")));

        assertThat(call.query()).isEqualTo("q=a%26b");
        assertThat(call.sender())
                .as("what the balancer added, not what the caller wrote")
                .isEqualTo("198.51.100.7");
    }

    @Test
    void bytesComeInBase64() {
        ObjectNode event = Events.two("$default", "POST", "/v1/diagnose", "");
        event.put("body", Base64.getEncoder().encodeToString(new byte[] {31, (byte) 139, 8}))
                .put("isBase64Encoded", true);

        assertThat(read(event).body()).containsExactly(31, 139, 8);
        event.put("body", "*not Base64*");
        assertThatThrownBy(() -> read(event)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cookiesAreListedApartInVersionTwo() {
        Reply reply = reply(
                "application/json",
                "{}",
                new Header("Set-Cookie", "a=1; Path=/"),
                new Header("Set-Cookie", "b=2"),
                new Header("Vary", "Origin"),
                new Header("Vary", "Accept"),
                new Header("Transfer-Encoding", "chunked"));

        ObjectNode answer = written(Events.two("$default", "GET", "/", ""), reply);

        assertThat(answer).isEqualTo(Events.json("""
                                {'statusCode': 200, 'headers': {'Vary': 'Origin, Accept', 'Content-Type': 'application/json'},
                                 'cookies': ['a=1; Path=/', 'b=2'], 'body': '{}', 'isBase64Encoded': false}
                                """));
    }

    @Test
    void versionOneGetsListsOfValues() {
        Reply reply = reply("text/html", "<p>", new Header("Set-Cookie", "a=1"), new Header("Set-Cookie", "b=2"));

        assertThat(written(Events.one("GET", "/"), reply).path("multiValueHeaders"))
                .isEqualTo(Events.json("{'Set-Cookie': ['a=1', 'b=2'], 'Content-Type': ['text/html']}"));
    }

    @Test
    void aBalancerGetsWhatItsTargetGroupIsSetTo() {
        ObjectNode single = Events.balancer("GET", "/", Map.of());
        ObjectNode many = single.deepCopy();
        many.remove("headers");
        many.set("multiValueHeaders", Events.json("{'host': ['lb.example.com']}"));
        Reply reply = reply("text/plain", "x");

        assertThat(written(single, reply).path("headers")).isEqualTo(Events.json("{'Content-Type': 'text/plain'}"));
        assertThat(written(single, reply).path("statusDescription").textValue()).startsWith("200 ");
        assertThat(written(many, reply).path("multiValueHeaders"))
                .isEqualTo(Events.json("{'Content-Type': ['text/plain']}"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '', false",
        "application/problem+json, '', false",
        "text/event-stream;charset=utf-8, '', false",
        "image/png, '', true",
        "application/json, gzip, true",
        "font/woff2, '', true",
    })
    void onlyTextIsToldAsText(String type, String encoding, boolean base64) {
        Header[] more = encoding.isEmpty() ? new Header[0] : new Header[] {new Header("Content-Encoding", encoding)};

        assertThat(written(Events.one("GET", "/"), reply(type, "x", more))
                        .path("isBase64Encoded")
                        .booleanValue())
                .isEqualTo(base64);
    }

    @Test
    void whatOnlySaysThatItIsTextGoesAsBytes() {
        Reply reply = new Reply(200, List.of(new Header("Content-Type", "text/plain")), new byte[] {(byte) 0xC3, 0x28});

        assertThat(written(Events.one("GET", "/"), reply).path("body").textValue())
                .isEqualTo("wyg=");
    }

    @Test
    void otherEventsAreNoRequests() {
        assertThat(EventFormat.of(Events.json("{'source': 'aws.events'}"), "")).isEmpty();
        assertThat(EventFormat.of(Events.json("{'Records': []}"), "")).isEmpty();
    }
}
