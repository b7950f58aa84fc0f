package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.error.TroubleshooterException.Code;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stored when, and what happens when that fails. */
class StoringTest {

    private static final String LINE = "2026-11-20 09:43:11 ERROR No space left on device, asked by 203.0.113.9\n";

    private final FlakyStore store = new FlakyStore();
    private final Troubleshooter strict =
            Troubleshooter.builder().sessions(store).mustStore(true).build();
    private final Troubleshooter lenient =
            Troubleshooter.builder().sessions(store).build();

    private static Answer ask(Conversation conversation) {
        return conversation.ask("what broke?", AnswerListener.NONE, new Cancellation());
    }

    private Conversation again(Conversation conversation) {
        return strict.resume("ann", conversation.id()).orElseThrow();
    }

    private static List<String> sources(Conversation conversation) {
        return conversation.file().evidence().sources();
    }

    @Test
    void aConversationWithATitleIsStoredBeforeAnythingIsInIt() {
        Conversation conversation = strict.converse("ann", "trouble of ann@corp.example");

        assertThat(store.list("ann", 10)).singleElement().satisfies(header -> {
            assertThat(header.id()).isEqualTo(conversation.id());
            assertThat(header.title()).isEqualTo("trouble of <email:1>");
        });
        assertThat(again(conversation).turns()).isEmpty();
    }

    @Test
    void noConversationIsBegunThatCannotBeStored() {
        store.breaks();
        assertThatThrownBy(() -> strict.converse("ann", "t")).isInstanceOf(TroubleshooterException.class);
    }

    @Test
    void evidenceThatCannotBeStoredIsRefusedAndLeavesNoTrace() {
        Conversation conversation = strict.converse("ann", "t");
        conversation.add(LogSource.text(LINE, "a.log"));
        String before = conversation.file().frame().redaction().toString();
        store.breaks();

        assertThatThrownBy(() -> conversation.add(LogSource.text(LINE.repeat(3), "b.log")))
                .isInstanceOfSatisfying(TroubleshooterException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(Code.STORE_UNAVAILABLE);
                    assertThat(failure.getCause()).isNull();
                });
        assertThat(sources(conversation)).containsExactly("S1");
        assertThat(conversation.file().frame().redaction()).hasToString(before);
        assertThat(conversation.stored()).isTrue();

        store.mends();
        conversation.add(LogSource.text(LINE, "c.log"));
        assertThat(sources(conversation)).containsExactly("S1", "S2");
        assertThat(sources(again(conversation))).containsExactly("S1", "S2");
    }

    @Test
    void evidenceThatCannotBeReadToItsEndLeavesNoTrace() {
        Conversation conversation = strict.converse("ann", "t");
        conversation.add(LogSource.text(LINE, "a.log"));

        assertThatThrownBy(() -> conversation.add(LogSource.of(new Breaking(), "b.log")))
                .isInstanceOf(RuntimeException.class);
        assertThat(sources(conversation)).containsExactly("S1");
        assertThat(conversation.file().frame().sources()).hasSize(1);
        conversation.add(LogSource.text(LINE, "c.log"));
        assertThat(sources(conversation)).containsExactly("S1", "S2");
    }

    @Test
    void anAnswerThatCannotBeStoredIsGivenAndStoredLater() {
        Conversation conversation = strict.converse("ann", "t");
        conversation.add(LogSource.text(LINE, "a.log"));
        store.breaks();

        assertThat(ask(conversation).notes()).anyMatch(note -> note.contains("could not be stored"));
        assertThat(conversation.stored()).isFalse();
        assertThat(conversation.store()).isFalse();

        store.mends();
        assertThat(conversation.store()).isTrue();
        assertThat(conversation.stored()).isTrue();
        assertThat(again(conversation).turns()).hasSize(1);
    }

    @Test
    void whatWaitsIsStoredBeforeWhatComesNext() {
        Conversation conversation = strict.converse("ann", "t");
        conversation.add(LogSource.text(LINE, "a.log"));
        store.breaks();
        ask(conversation);
        store.mends();
        ask(conversation);

        assertThat(again(conversation).turns()).extracting(Turn::number).containsExactly(1, 2);
        assertThat(conversation.stored()).isTrue();
    }

    @Test
    void feedbackThatCannotBeStoredIsRefused() {
        Conversation conversation = strict.converse("ann", "t");
        conversation.add(LogSource.text(LINE, "a.log"));
        store.breaks();

        assertThatThrownBy(() -> conversation.feedback(1, true, null)).isInstanceOf(TroubleshooterException.class);
        assertThat(conversation.feedback()).isEmpty();
    }

    @Test
    void whereStoringIsNoMustEverythingIsStoredOnceItCanBe() {
        store.breaks();
        Conversation conversation = lenient.converse("ann");
        conversation.add(LogSource.text(LINE, "a.log"));
        ask(conversation);
        assertThat(conversation.stored()).isFalse();

        store.mends();
        conversation.add(LogSource.text(LINE, "b.log"));
        assertThat(conversation.stored()).isTrue();
        Conversation again = again(conversation);
        assertThat(sources(again)).containsExactly("S1", "S2");
        assertThat(again.turns()).hasSize(1);
    }

    /** Gives a line, then fails. */
    private static final class Breaking extends InputStream {

        private final InputStream line =
                new ByteArrayInputStream(LINE.repeat(2_000).getBytes(StandardCharsets.UTF_8));

        @Override
        public int read() throws IOException {
            int next = line.read();
            if (next < 0) {
                throw new IOException("gone");
            }
            return next;
        }
    }
}
