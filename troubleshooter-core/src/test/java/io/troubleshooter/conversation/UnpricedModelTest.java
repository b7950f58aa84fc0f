package io.troubleshooter.conversation;

import static io.troubleshooter.contract.Scripts.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.RecordedReply;
import io.troubleshooter.model.ReplayProvider;
import io.troubleshooter.model.ReplySink;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnpricedModelTest {

    private static final String LOG = """
            10:00:01 ERROR orders: order 7 failed
            10:00:02 FATAL: sorry, too many clients already
            """;

    @Test
    void thatABudgetCannotLimitAModelWithoutAPriceIsSaidOnce() {
        Conversation conversation = conversation("own-model-1");
        assertThat(ask(conversation).notes()).anyMatch(note -> note.startsWith("No price is known for own-model-1"));
        assertThat(ask(conversation).notes()).noneMatch(note -> note.startsWith("No price"));
        assertThat(ask(conversation("global.anthropic.claude-haiku-5-5")).notes())
                .noneMatch(note -> note.startsWith("No price"));
    }

    @Test
    void theModelForHardCasesNeedsAPriceToo() {
        Conversation conversation = conversation("global.anthropic.claude-haiku-5-5", "own-model-2");
        assertThat(ask(conversation).notes()).anyMatch(note -> note.startsWith("No price is known for own-model-2"));
    }

    private static Answer ask(Conversation conversation) {
        return conversation.ask(null, AnswerListener.NONE, new Cancellation());
    }

    private static Conversation conversation(String model) {
        return conversation(model, model);
    }

    private static Conversation conversation(String cheap, String strong) {
        RecordedReply reply = answer().says("The database refused connections.", "S1:2 too many clients already")
                .reply();
        ModelProvider replay = new ReplayProvider(List.of(reply, reply));
        Conversation conversation = Troubleshooter.builder()
                .model(new Priced(replay), ModelSettings.of(cheap, strong))
                .build()
                .converse();
        conversation.add(LogSource.text(LOG, "orders.log"));
        return conversation;
    }

    /** Replays, under the name of a provider whose models may cost something. */
    private record Priced(ModelProvider replay) implements ModelProvider {

        @Override
        public String id() {
            return "own";
        }

        @Override
        public ModelCard card(String model) {
            return ModelCatalog.builtIn().card(model);
        }

        @Override
        public ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits) {
            return replay.ask(request, sink, limits);
        }
    }
}
