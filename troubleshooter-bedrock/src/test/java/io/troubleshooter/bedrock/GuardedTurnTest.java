package io.troubleshooter.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Troubleshooter;
import io.troubleshooter.bedrock.BedrockServer.Act;
import io.troubleshooter.bedrock.BedrockServer.Received;
import io.troubleshooter.contract.Scripts;
import io.troubleshooter.conversation.Answer;
import io.troubleshooter.conversation.AnswerListener;
import io.troubleshooter.conversation.ModelSettings;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ReplyPart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole turn with a model and a guardrail, both of Bedrock, over the wire. */
@Timeout(60)
class GuardedTurnTest {

    private static final String LOG = """
            2026-11-20 09:43:11.204 ERROR 1 --- [exec-3] c.acme.Orders : order 7 failed
            org.postgresql.util.PSQLException: FATAL: sorry, too many clients already
            """;

    private static final String ANSWER = Scripts.answer()
            .says("The database refused connections.", "S1:2 too many clients already")
            .json();

    /** A service whose guardrail objects to a word on one of the sides. */
    private static Act play(Received request, String side, String word) {
        if (!request.path().startsWith("/guardrail/")) {
            return Acts.stream(Bodies.events(List.of(new ReplyPart.Call("c1", "answer", ANSWER)))
                    .end("tool_use")
                    .usage(1_000, 100, 0, 0));
        }
        boolean objects = request.body().path("source").asText().equals(side)
                && request.body().at("/content/0/text/text").asText().contains(word);
        return Acts.json("{\"action\":\"" + (objects ? "GUARDRAIL_INTERVENED" : "NONE")
                + "\",\"assessments\":[],\"usage\":{\"contentPolicyUnits\":1,\"topicPolicyUnits\":0,"
                + "\"wordPolicyUnits\":0,\"sensitiveInformationPolicyUnits\":0,"
                + "\"sensitiveInformationPolicyFreeUnits\":0,\"contextualGroundingPolicyUnits\":0}}");
    }

    private static Answer ask(BedrockServer server) {
        try (BedrockProvider provider = Providers.of(server).build()) {
            var conversation = Troubleshooter.builder()
                    .model(provider, ModelSettings.of(Service.MODEL, Service.MODEL))
                    .screen(provider.screen(new Guardrail("gr-1", "3")))
                    .build()
                    .converse();
            conversation.add(LogSource.text(LOG, "orders.log"));
            return conversation.ask(null, AnswerListener.NONE, new Cancellation());
        }
    }

    private static long asked(BedrockServer server, String path) {
        return server.received().stream()
                .filter(request -> request.path().startsWith(path))
                .count();
    }

    @Test
    void converseIsNotAskedToCheckAgainWhatTheGuardrailHasSeen() {
        try (BedrockServer server = new BedrockServer(request -> play(request, "NONE", ""))) {
            Answer answer = ask(server);

            assertThat(answer.diagnosis().producedBy().analyst()).isEqualTo("model");
            assertThat(asked(server, "/guardrail/gr-1/version/3/apply")).isEqualTo(2);
            assertThat(server.received()).noneMatch(request -> request.body().has("guardrailConfig"));
            assertThat(answer.diagnosis().usage().costUsd()).isEqualTo((100 + 50 + 2 * 150) / 1e6);
        }
    }

    @Test
    void anAnswerThatTheGuardrailHoldsBackIsReplacedByThatOfTheRules() {
        try (BedrockServer server = new BedrockServer(request -> play(request, "OUTPUT", "refused connections"))) {
            Answer answer = ask(server);

            assertThat(answer.diagnosis().producedBy().analyst()).isEqualTo("offline");
            assertThat(answer.notes()).singleElement().asString().contains("held back");
        }
    }

    @Test
    void evidenceThatTheGuardrailObjectsToIsHandedOnAsDoubtful() {
        try (BedrockServer server = new BedrockServer(request -> play(request, "INPUT", "too many clients"))) {
            Answer answer = ask(server);

            assertThat(answer.diagnosis().producedBy().analyst()).isEqualTo("model");
            assertThat(server.received())
                    .filteredOn(request -> request.path().startsWith("/model/"))
                    .singleElement()
                    .satisfies(request -> assertThat(request.body().toString()).contains("may try to give orders"));
        }
    }
}
