package io.troubleshooter.bedrock;

import static io.troubleshooter.contract.Requests.tool;
import static io.troubleshooter.contract.Requests.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.troubleshooter.contract.CollectingSink;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.model.Message;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelReply.Stop;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.ToolSpec;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent, as the server gets it. */
@Timeout(60)
class RequestTest {

    private static final String HAIKU = "eu.anthropic.claude-haiku-5-5";
    private static final String SONNET = "us.anthropic.claude-sonnet-5-5";
    private static final String NOVA = "amazon.nova-pro-v1:0";
    private static final String UNKNOWN = "acme.mystery-9";
    private static final String LONG = "Explain what broke and cite the lines. ".repeat(800);

    private static JsonNode sent(ModelRequest request) {
        return sent(b -> b, request, ReplySink.NONE);
    }

    private static JsonNode sent(UnaryOperator<BedrockBuilder> settings, ModelRequest request, ReplySink sink) {
        Events events = Events.begin().text(0, "ok", 2).end("end_turn");
        String reply = Bodies.reply("{\"text\":\"ok\"}", "end_turn", Bodies.usage(1, 1, 0, 0));
        try (Service service = Service.with(settings, exchange -> {
            if (Acts.streams(exchange)) {
                Acts.stream(events).play(exchange);
            } else {
                Acts.json(reply).play(exchange);
            }
        })) {
            service.ask(request, sink);
            return service.server.received().get(0).body();
        }
    }

    private static ModelRequest request(String model, List<Part> system, Message... messages) {
        return new ModelRequest(model, system, List.of(messages), List.of(), null, 700, 0.2, Map.of());
    }

    private static Message user(Part... parts) {
        return new Message(Message.Role.USER, List.of(parts));
    }

    private static Message model(Part... parts) {
        return new Message(Message.Role.ASSISTANT, List.of(parts));
    }

    @Test
    void instructionsAndEvidenceAreSent() {
        JsonNode body = sent(request(NOVA, List.of(words("Explain.")), user(words("Line one"), words("Line two"))));

        assertThat(body.at("/system/0/text").asText()).isEqualTo("Explain.");
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(body.at("/messages/0/content/1/text").asText()).isEqualTo("Line two");
        assertThat(body.at("/inferenceConfig/maxTokens").asInt()).isEqualTo(700);
        assertThat(body.has("toolConfig")).isFalse();
    }

    @Test
    void aTemperatureIsSentOnlyToModelsThatTakeOne() {
        Message question = user(words("What broke?"));

        assertThat(sent(request(NOVA, List.of(), question))
                        .at("/inferenceConfig/temperature")
                        .asDouble())
                .isBetween(0.19, 0.21);
        assertThat(sent(request(HAIKU, List.of(), question))
                        .at("/inferenceConfig")
                        .has("temperature"))
                .isFalse();
    }

    @Test
    void noMoreTokensAreAskedForThanTheModelCanGive() {
        ModelRequest greedy =
                new ModelRequest(NOVA, List.of(), List.of(user(words("x"))), List.of(), null, 100_000, -1, Map.of());

        JsonNode inference = sent(greedy).path("inferenceConfig");

        assertThat(inference.path("maxTokens").asInt()).isEqualTo(5_000);
        assertThat(inference.has("temperature")).isFalse();
    }

    @Test
    void aCachePointStandsWhereItIsWorthWhile() {
        List<Part> system = List.of(words(LONG), Part.CachePoint.HERE, words("Mark 7"));

        JsonNode body = sent(request(HAIKU, system, user(words("What broke?"))));

        assertThat(body.at("/system/1/cachePoint/type").asText()).isEqualTo("default");
        assertThat(body.at("/system/2/text").asText()).isEqualTo("Mark 7");
    }

    @Test
    void aShortPrefixOrAModelWithoutACacheHasNoCachePoint() {
        List<Part> brief = List.of(words("Explain."), Part.CachePoint.HERE);
        List<Part> lengthy = List.of(words(LONG), Part.CachePoint.HERE);
        Message question = user(words("What broke?"), Part.CachePoint.HERE);

        assertThat(sent(request(HAIKU, brief, question)).toString()).doesNotContain("cachePoint");
        assertThat(sent(request(UNKNOWN, lengthy, question)).toString()).doesNotContain("cachePoint");
    }

    @Test
    void theToolsCountForThePrefix() {
        ModelRequest request = request(HAIKU, List.of(words("Explain."), Part.CachePoint.HERE), user(words("x")));
        ToolSpec big = new ToolSpec("search", words(LONG), words("{\"type\":\"object\"}"));

        JsonNode body = sent(Requests.withTools(request, big));

        assertThat(body.at("/system/1").has("cachePoint")).isTrue();
    }

    @Test
    void noMoreThanFourCachePointsAreSent() {
        Part[] parts = new Part[12];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = words(LONG);
            parts[i + 1] = Part.CachePoint.HERE;
        }

        String body = sent(request(HAIKU, List.of(), user(parts))).toString();

        assertThat(body.split("\"cachePoint\"", -1)).hasSize(5);
    }

    @Test
    void toolsAreDescribedAndFree() {
        JsonNode body = sent(Requests.withTools(Requests.question(NOVA), tool("search"), tool("around")));

        assertThat(body.at("/toolConfig/tools")).hasSize(2);
        assertThat(body.at("/toolConfig/tools/1/toolSpec/name").asText()).isEqualTo("around");
        assertThat(body.at("/toolConfig/tools/0/toolSpec/inputSchema/json/properties/text/type")
                        .asText())
                .isEqualTo("string");
        assertThat(body.at("/toolConfig/tools/0/toolSpec").has("strict")).isFalse();
        assertThat(body.at("/toolConfig/toolChoice").has("auto")).isTrue();
    }

    @Test
    void aToolIsForcedWhereTheModelCanBe() {
        ModelRequest request = Requests.withTools(Requests.question(HAIKU), tool("search"), tool("report"));

        JsonNode body = sent(Requests.forcing(request, "report"));

        assertThat(body.at("/toolConfig/toolChoice/tool/name").asText()).isEqualTo("report");
        assertThat(body.at("/toolConfig/tools/1/toolSpec/strict").asBoolean()).isTrue();
        assertThat(body.at("/toolConfig/tools/0/toolSpec").has("strict")).isFalse();
        assertThat(body.has("outputConfig")).isFalse();
    }

    @Test
    void aModelThatCannotBeForcedGetsTheSchemaAndItsWordsAreTheCall() {
        ModelRequest request =
                Requests.forcing(Requests.withTools(Requests.question(SONNET), tool("report")), "report");
        Events events =
                Events.begin().text(0, "{\"text\":\"x\"}", 4).end("end_turn").usage(1, 1, 0, 0);
        CollectingSink sink = new CollectingSink();
        try (Service service = Service.playing(Acts.stream(events))) {
            ModelReply reply = service.ask(request, sink);

            JsonNode body = service.server.received().get(0).body();
            assertThat(body.at("/outputConfig/textFormat/type").asText()).isEqualTo("json_schema");
            assertThat(body.at("/outputConfig/textFormat/structure/jsonSchema/name")
                            .asText())
                    .isEqualTo("report");
            assertThat(body.at("/outputConfig/textFormat/structure/jsonSchema/schema")
                            .asText())
                    .contains("\"required\":[\"text\"]");
            assertThat(body.at("/toolConfig/toolChoice").has("auto")).isTrue();
            assertThat(reply.parts()).containsExactly(new ReplyPart.Call("json", "report", "{\"text\":\"x\"}"));
            assertThat(reply.stop()).isEqualTo(Stop.TOOL_CALL);
            assertThat(sink.arguments).hasToString("{\"text\":\"x\"}");
            assertThat(sink.text).isEmpty();
        }
    }

    @Test
    void aModelOfWhichLittleIsKnownIsAsked() {
        ModelRequest request =
                Requests.forcing(Requests.withTools(Requests.question(UNKNOWN), tool("report")), "report");

        JsonNode body = sent(request);

        assertThat(body.at("/toolConfig/toolChoice").has("auto")).isTrue();
        assertThat(body.has("outputConfig")).isFalse();
        assertThat(body.at("/system/1/text").asText()).contains("report").contains("\"required\":[\"text\"]");
    }

    @Test
    void aSchemaThatMakesNoGrammarIsSentWithoutBeingStrict() {
        ToolSpec open = new ToolSpec("report", words("Reports"), words("{\"type\":\"object\",\"minProperties\":1}"));

        JsonNode forced = sent(Requests.forcing(Requests.withTools(Requests.question(HAIKU), open), "report"));
        JsonNode asked = sent(Requests.forcing(Requests.withTools(Requests.question(SONNET), open), "report"));

        assertThat(forced.at("/toolConfig/tools/0/toolSpec").has("strict")).isFalse();
        assertThat(forced.at("/toolConfig/tools/0/toolSpec/inputSchema/json").toString())
                .isEqualTo("{\"type\":\"object\",\"properties\":{}}");
        assertThat(asked.has("outputConfig")).isFalse();
        assertThat(asked.at("/system/1/text").asText()).contains("minProperties");
    }

    @Test
    void earlierCallsAndTheirResultsAreSentBack() {
        ModelRequest request = Requests.withTools(
                request(
                        HAIKU,
                        List.of(),
                        user(words("What broke?")),
                        model(
                                words("Let me look."),
                                new Part.ToolCall(
                                        "a", "search", Requests.redacted("{\"text\":\"refused\",\"n\":1.50}")),
                                new Part.ToolCall("b", "search", Requests.redacted("{\"text\": cut"))),
                        user(
                                new Part.ToolResult("a", Requests.redacted("3 lines"), false),
                                new Part.ToolResult("b", Requests.redacted(""), true))),
                tool("search"));

        JsonNode messages = sent(request).path("messages");

        assertThat(messages.at("/1/role").asText()).isEqualTo("assistant");
        assertThat(messages.at("/1/content/1/toolUse/input/text").asText()).isEqualTo("refused");
        assertThat(messages.at("/1/content/1/toolUse/input/n").asDouble()).isEqualTo(1.5);
        assertThat(messages.at("/1/content/2/toolUse/input/malformed").asText()).isEqualTo("{\"text\": cut");
        assertThat(messages.at("/2/content/0/toolResult/status").asText()).isEqualTo("success");
        assertThat(messages.at("/2/content/0/toolResult/content/0/text").asText())
                .isEqualTo("3 lines");
        assertThat(messages.at("/2/content/1/toolResult/status").asText()).isEqualTo("error");
        assertThat(messages.at("/2/content/1/toolResult/content/0/text").asText())
                .isNotBlank();
    }

    @Test
    void messagesOfOneSpeakerAreSentAsOneAndBlankOnesNot() {
        JsonNode messages = sent(request(
                        HAIKU,
                        List.of(),
                        user(words("One")),
                        user(words("Two"), words("  ")),
                        model(words("")),
                        user(words("Three"))))
                .path("messages");

        assertThat(messages.at("/0/content")).hasSize(2);
        assertThat(messages.findValuesAsText("text")).containsExactly("One", "Two", "Three");
    }

    @Test
    void reasoningIsSentBackAsItCame() {
        Events events = Events.begin()
                .delta(0, "{\"reasoningContent\":{\"text\":\"Hm, \"}}")
                .delta(0, "{\"reasoningContent\":{\"text\":\"yes.\"}}")
                .delta(0, "{\"reasoningContent\":{\"signature\":\"c2lnbmVk\"}}")
                .stop(0)
                .text(1, "It is the disk.", 5)
                .end("end_turn")
                .usage(1, 1, 0, 0);
        try (Service service = Service.playing(Acts.stream(events))) {
            ModelReply reply = service.ask(Requests.question(HAIKU), new CollectingSink());
            ReplyPart.Opaque thoughts = (ReplyPart.Opaque) reply.parts().get(0);
            Part back = new Part.Opaque("bedrock", thoughts.value());
            Part foreign = new Part.Opaque("elsewhere", "signed");
            service.ask(
                    request(HAIKU, List.of(), user(words("a")), model(back, foreign, words("b")), user(words("c"))),
                    new CollectingSink());

            JsonNode content = service.server.received().get(1).body().at("/messages/1/content");
            assertThat(content).hasSize(2);
            assertThat(content.at("/0/reasoningContent/reasoningText/text").asText())
                    .isEqualTo("Hm, yes.");
            assertThat(content.at("/0/reasoningContent/reasoningText/signature").asText())
                    .isEqualTo("c2lnbmVk");
        }
    }

    @Test
    void guardrailTierAndLabelsAreSent() {
        UnaryOperator<BedrockBuilder> settings = b -> b.guardrail(new Guardrail("gr-1", "3"))
                .serviceTier("flex")
                .metadata("team", "payments")
                .metadata("bad key\n", "x");
        ModelRequest plain = Requests.question(HAIKU);
        ModelRequest request = new ModelRequest(
                HAIKU, plain.system(), plain.messages(), List.of(), null, 10, 0, Map.of("stage", "triage", "odd", "ä"));

        JsonNode blocking = sent(settings, request, ReplySink.NONE);
        JsonNode streaming = sent(settings, request, new CollectingSink());

        for (JsonNode body : List.of(blocking, streaming)) {
            assertThat(body.at("/guardrailConfig/guardrailIdentifier").asText()).isEqualTo("gr-1");
            assertThat(body.at("/guardrailConfig/guardrailVersion").asText()).isEqualTo("3");
            assertThat(body.at("/guardrailConfig/trace").asText()).isEqualTo("disabled");
            assertThat(body.at("/serviceTier/type").asText()).isEqualTo("flex");
            assertThat(body.path("requestMetadata").toString())
                    .isEqualTo("{\"stage\":\"triage\",\"team\":\"payments\"}");
        }
        assertThat(streaming.at("/guardrailConfig/streamProcessingMode").asText())
                .isEqualTo("sync");
        assertThat(blocking.path("guardrailConfig").has("streamProcessingMode")).isFalse();
    }

    @Test
    void anArnIsAsGoodAsAnId() {
        String arn = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3";
        Events events = Events.begin().text(0, "ok", 2).end("end_turn");
        try (Service service = Service.playing(Acts.stream(events))) {
            service.ask(Requests.question(arn), new CollectingSink());

            assertThat(URLDecoder.decode(service.server.received().get(0).path(), StandardCharsets.UTF_8))
                    .isEqualTo("/model/" + arn + "/converse-stream");
        }
    }
}
