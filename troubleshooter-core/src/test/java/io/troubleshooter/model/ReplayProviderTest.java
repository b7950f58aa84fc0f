package io.troubleshooter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.troubleshooter.contract.CollectingSink;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.model.ModelReply.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayProviderTest {

    private static ModelRequest request(String stage, String conversation) {
        ModelRequest plain = Requests.question("replay");
        return new ModelRequest(
                plain.model(),
                plain.system(),
                plain.messages(),
                List.of(),
                null,
                100,
                0,
                Map.of(ReplayProvider.STAGE, stage, ReplayProvider.CONVERSATION, conversation));
    }

    private static String asked(ReplayProvider provider, ModelRequest request) {
        ModelReply reply = provider.ask(request, ReplySink.NONE, Requests.patient());
        return ((ReplyPart.Text) reply.parts().get(0)).text();
    }

    @Test
    void repliesPlayInOrderForEachConversation() {
        ReplayProvider provider = ReplayProvider.of("[{\"parts\":[{\"text\":\"1\"}]},{\"parts\":[{\"text\":\"2\"}]}]");

        assertThat(asked(provider, request("triage", "a"))).isEqualTo("1");
        assertThat(asked(provider, request("triage", "b"))).isEqualTo("1");
        assertThat(asked(provider, request("explain", "a"))).isEqualTo("2");
    }

    @Test
    void aReplyForAStageWaitsForIt() {
        ReplayProvider provider =
                ReplayProvider.of("{\"replies\":[{\"stage\":\"explain\",\"parts\":[{\"text\":\"E\"}]},"
                        + "{\"parts\":[{\"text\":\"any\"}],\"times\":2}]}");

        assertThat(asked(provider, request("triage", ""))).isEqualTo("any");
        assertThat(asked(provider, request("explain", ""))).isEqualTo("E");
        assertThat(asked(provider, request("explain", ""))).isEqualTo("any");
    }

    @Test
    void aReplyForAForcedToolWaitsForIt() {
        ReplayProvider provider = ReplayProvider.of(
                "[{\"forcedTool\":\"report\",\"parts\":[{\"text\":\"R\"}]},{\"parts\":[{\"text\":\"any\"}]}]");
        ModelRequest forced = Requests.forcing(request("x", ""), "report");

        assertThat(asked(provider, request("x", ""))).isEqualTo("any");
        assertThat(asked(provider, forced)).isEqualTo("R");
    }

    @Test
    void endlessRepliesNeverRunOut() {
        ReplayProvider provider = ReplayProvider.of(
                "{\"endless\":true,\"parts\":[{\"call\":{\"name\":\"search\",\"arguments\":{\"text\":\"again\"}}}]}");

        for (int i = 0; i < 50; i++) {
            ModelReply reply = provider.ask(request("x", ""), ReplySink.NONE, Requests.patient());
            assertThat(reply.parts()).containsExactly(new ReplyPart.Call("c1", "search", "{\"text\":\"again\"}"));
            assertThat(reply.stop()).isEqualTo(Stop.TOOL_CALL);
        }
        assertThat(provider.requests()).hasSize(50);
    }

    @Test
    void whatRanOutIsUnavailable() {
        assertThatExceptionOfType(ModelException.Unavailable.class)
                .isThrownBy(() -> asked(ReplayProvider.of("[]"), request("x", "")));
    }

    @Test
    void malformedArgumentsStayAsTheyAre() {
        ReplayProvider provider = ReplayProvider.of(
                "{\"parts\":[{\"call\":{\"id\":\"k\",\"name\":\"search\",\"arguments\":\"{ not even\"}}],\"stop\":\"max_tokens\"}");

        ModelReply reply = provider.ask(request("x", ""), ReplySink.NONE, Requests.patient());

        assertThat(reply.parts()).containsExactly(new ReplyPart.Call("k", "search", "{ not even"));
        assertThat(reply.stop()).isEqualTo(Stop.MAX_TOKENS);
        assertThat(reply.usage().estimated()).isTrue();
        assertThat(reply.usage().input()).isPositive();
    }

    @Test
    void aCutThatIsRetriedMakesTheSinkBeginAgain() {
        ReplayProvider provider =
                ReplayProvider.of("[{\"parts\":[{\"text\":\"Half of it\"}],\"fault\":\"cut\",\"after\":4,"
                        + "\"retried\":true},{\"parts\":[{\"text\":\"All of it\"}]}]");
        CollectingSink sink = new CollectingSink();

        ModelReply reply = provider.ask(request("x", ""), sink, Requests.patient());

        assertThat(sink.restarts).isEqualTo(1);
        assertThat(sink.text).hasToString("All of it");
        assertThat(reply.usage().estimated())
                .as("the first attempt counts, by estimate")
                .isTrue();
    }

    @Test
    void everyRequestIsKept() {
        ReplayProvider provider = ReplayProvider.of("{\"parts\":[{\"text\":\"1\"}],\"times\":2}");
        ModelRequest first = request("triage", "");
        ModelRequest second = request("explain", "");
        asked(provider, first);
        asked(provider, second);

        assertThat(provider.requests()).containsExactly(first, second);
    }

    @Test
    void aFolderPlaysInTheOrderOfItsNames(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("2.json"), "{\"parts\":[{\"text\":\"second\"}]}");
        Files.writeString(folder.resolve("1.json"), "{\"parts\":[{\"text\":\"first\"}]}");
        Files.writeString(folder.resolve("README.md"), "not played");
        ReplayProvider provider = ReplayProvider.from(folder);

        assertThat(asked(provider, request("x", ""))).isEqualTo("first");
        assertThat(asked(provider, request("x", ""))).isEqualTo("second");
    }

    @Test
    void complaintsSayWhatIsWrongAndQuoteNothing() {
        for (String wrong : List.of(
                "{",
                "{\"parts\":[{\"crimson\":1}]}",
                "{\"crimson\":1}",
                "7",
                "{\"fault\":\"crimson\"}",
                "{\"parts\":[],\"stop\":\"crimson\"}",
                "{\"parts\":[{\"call\":{\"name\":\"crimson\"}}]}")) {
            assertThatExceptionOfType(TroubleshooterException.class)
                    .isThrownBy(() -> ReplayProvider.of(wrong))
                    .withMessageContaining("recording given")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("crimson"));
        }
    }

    @Test
    void whatIsRecordedPlaysAgain(@TempDir Path folder) {
        ReplayProvider original =
                ReplayProvider.of("[{\"stage\":\"triage\",\"parts\":[{\"text\":\"ä\"},{\"call\":{\"id\":\"q\","
                        + "\"name\":\"search\",\"arguments\":\"{bad\"}}],\"usage\":{\"input\":5,\"output\":6}},{\"fault\":\"throttled\","
                        + "\"retryAfterMs\":70}]");
        RecordingProvider recording = new RecordingProvider(original, folder);
        ModelReply reply = recording.ask(request("triage", ""), ReplySink.NONE, Requests.patient());
        assertThatExceptionOfType(ModelException.Unavailable.class)
                .isThrownBy(() -> recording.ask(request("triage", ""), ReplySink.NONE, Requests.patient()));

        ReplayProvider again = ReplayProvider.from(folder);

        assertThat(again.ask(request("triage", ""), ReplySink.NONE, Requests.patient()))
                .isEqualTo(reply);
        assertThatExceptionOfType(ModelException.Unavailable.class)
                .isThrownBy(() -> again.ask(request("triage", ""), ReplySink.NONE, Requests.patient()))
                .satisfies(e -> assertThat(e.retryAfter()).hasMillis(70));
    }
}
