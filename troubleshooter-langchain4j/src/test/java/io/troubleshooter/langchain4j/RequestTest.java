package io.troubleshooter.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.contract.Scene;
import io.troubleshooter.model.Message;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.Part;
import io.troubleshooter.model.ReplyPart;
import io.troubleshooter.model.ReplySink;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {

    @Test
    void callsAndTheirResultsKeepTheirOrderAndIds() throws Exception {
        Message call = new Message(
                Message.Role.ASSISTANT,
                List.of(new Part.ToolCall("call-1", "search", Requests.redacted("{\"text\":\"refused\"}"))));
        Message result = new Message(
                Message.Role.USER,
                List.of(
                        Requests.words("Go on"),
                        new Part.ToolResult("call-1", Requests.redacted("S1:4 connection refused"), false)));
        ModelRequest question = Requests.question("test-model");
        ModelRequest request = new ModelRequest(
                "test-model",
                question.system(),
                List.of(question.messages().get(0), call, result),
                List.of(Requests.tool("search"), Requests.tool("answer")),
                "answer",
                500,
                0.2,
                Map.of());

        JsonNode body = sent(request);

        List<String> roles = body.path("messages").findValuesAsText("role");
        assertThat(roles).containsExactly("system", "user", "assistant", "tool", "user");
        assertThat(body.at("/messages/2/tool_calls/0/id").asText()).isEqualTo("call-1");
        assertThat(body.at("/messages/3/tool_call_id").asText()).isEqualTo("call-1");
        assertThat(body.at("/tools").size()).isEqualTo(1);
        assertThat(body.at("/tools/0/function/name").asText()).isEqualTo("answer");
        assertThat(body.at("/tools/0/function/parameters/properties/text/type").asText())
                .isEqualTo("string");
        assertThat(body.at("/tool_choice").asText()).isEqualTo("required");
    }

    private static JsonNode sent(ModelRequest request) throws Exception {
        String card = """
                {"models": [{"ids": ["test-model"], "capabilities": {"tools": true, "forcedTool": true,
                 "sampling": true, "context": 128000, "maxOutput": 8192}, "prices": [], "source": "a test"}]}""";
        try (WireServer server = new WireServer(new OpenAiFormat(), List.of(Scene.text("Well.")));
                LangChain4jProvider provider = LangChain4jProvider.openAi(
                        EndpointSettings.of(server.baseUrl(), "none", "test-model"),
                        ModelCatalog.builtIn().with(card))) {
            provider.ask(request, ReplySink.NONE, Requests.patient());
            return new ObjectMapper().readTree(server.bodies().get(0));
        }
    }

    @Test
    void takesAModelThatAServiceAlreadyHas() {
        ChatModel own = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return ChatResponse.builder()
                        .aiMessage(AiMessage.from("From within."))
                        .build();
            }
        };
        try (LangChain4jProvider provider = LangChain4jProvider.of(own, null, ModelCatalog.builtIn())) {
            ModelReply reply = provider.ask(Requests.question("any"), ReplySink.NONE, Requests.patient());
            assertThat(reply.parts()).containsExactly(new ReplyPart.Text("From within."));
            assertThat(reply.usage().estimated()).isTrue();
            assertThat(reply.usage().input()).isPositive();
        }
    }
}
