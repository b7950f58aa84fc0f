package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.CallLimits;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.model.Deadline;
import io.troubleshooter.model.ModelCard;
import io.troubleshooter.model.ModelCatalog;
import io.troubleshooter.model.ModelProvider;
import io.troubleshooter.model.ModelReply;
import io.troubleshooter.model.ModelRequest;
import io.troubleshooter.model.ReplySink;
import io.troubleshooter.model.TokenUsage;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What several threads may do with one conversation at one time. */
@Timeout(30)
class SideBySideTest {

    private static final String LINES = "2026-11-20 09:43:11 ERROR FATAL: sorry, too many clients already\n";

    /** A model that thinks until it is stopped. */
    private static final class Endless implements ModelProvider {

        private final CountDownLatch asked = new CountDownLatch(1);

        @Override
        public String id() {
            return "endless";
        }

        @Override
        public ModelCard card(String model) {
            return ModelCatalog.builtIn().card(model);
        }

        @Override
        public ModelReply ask(ModelRequest request, ReplySink sink, CallLimits limits) {
            try (Deadline deadline = Deadline.start(limits)) {
                asked.countDown();
                deadline.pause(Duration.ofHours(1), TokenUsage.NONE);
                throw new IllegalStateException("nobody stopped it");
            }
        }
    }

    private final Endless model = new Endless();
    private final Conversation conversation = Troubleshooter.builder()
            .model(model, ModelSettings.of("endless", "endless"))
            .build()
            .converse();
    private final Cancellation cancellation = new Cancellation();

    private CompletableFuture<Answer> asking() throws InterruptedException {
        conversation.add(LogSource.text(LINES, "app.log"));
        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(() -> conversation.ask("what broke?", AnswerListener.NONE, cancellation));
        model.asked.await();
        return answer;
    }

    @Test
    void evidenceIsReadAndSeenWhileAModelThinks() throws Exception {
        CompletableFuture<Answer> answer = asking();

        conversation.add(LogSource.text("2026-11-20 09:44:00 ERROR disk full\n", "more.log"));

        assertThat(conversation.file().frame().sources()).hasSize(2);
        assertThat(answer).isNotDone();
        cancellation.cancel();
        assertThat(answer.get().diagnosis().frame().sources()).hasSize(1);
        assertThat(conversation.turns()).hasSize(1);
    }

    @Test
    void nothingIsKeptOfAnAnswerThatWasWithdrawn() throws Exception {
        CompletableFuture<Answer> answer = asking();

        cancellation.withdraw();

        assertThat(answer.get().notes()).anyMatch(note -> note.startsWith("Stopped"));
        assertThat(conversation.turns()).isEmpty();
    }

    @Test
    void whatIsKnownCanBeSeenWhileASourceIsStillRead() throws Exception {
        try (PipedOutputStream sender = new PipedOutputStream();
                PipedInputStream slow = new PipedInputStream(sender)) {
            CompletableFuture<Void> reading =
                    CompletableFuture.runAsync(() -> conversation.add(LogSource.of(slow, "slow.log")));
            send(sender, LINES.repeat(100)); // more than a pipe holds: it is being read

            assertThat(conversation.file().frame().sources()).isEmpty();
            assertThat(reading).isNotDone();
            sender.close();
            reading.get();
            assertThat(conversation.file().frame().sources()).hasSize(1);
        }
    }

    private static void send(PipedOutputStream sender, String text) throws IOException {
        sender.write(text.getBytes(StandardCharsets.UTF_8));
        sender.flush();
    }

    @Test
    void aQuestionThatWaitsHasThePlaceholdersOfTheEvidence() {
        conversation.add(LogSource.text("connect to 10.1.2.3 failed\nconnect to 10.1.2.4 failed\n", "app.log"));

        assertThat(conversation.redact("why 10.1.2.4?").toString()).isEqualTo("why <ip:2>?");
    }
}
