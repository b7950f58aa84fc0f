package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.error.TroubleshooterException;
import io.troubleshooter.evidence.Evidence;
import io.troubleshooter.evidence.EvidenceLimits;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.redact.RedactedText;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.text.LineRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A conversation that is read from the store again shows what it showed before. */
class ResumeTest {

    private final InMemorySessions sessions = new InMemorySessions(Duration.ofDays(1), Clock.systemUTC());

    private Conversation again(Troubleshooter troubleshooter, Conversation conversation) {
        return troubleshooter.resume("ann", conversation.id()).orElseThrow();
    }

    private Troubleshooter keeping(long bytes) {
        return Troubleshooter.builder()
                .sessions(sessions)
                .mustStore(true)
                .keepEvidence(new EvidenceLimits(bytes))
                .build();
    }

    @Test
    void theSourcesAreToldOfAsBefore() {
        Troubleshooter troubleshooter = keeping(1 << 20);
        Conversation conversation = troubleshooter.converse("ann", "t");
        conversation.add(LogSource.text("login of ann@corp.example from 203.0.113.9\nERROR refused\n", "a.log"));
        conversation.add(LogSource.text("<html><body><p>ERROR disk full</p></body></html>", "page.html"));

        Conversation again = again(troubleshooter, conversation);
        assertThat(again.file().frame().sources())
                .isEqualTo(conversation.file().frame().sources());
        assertThat(again.file().frame().redaction())
                .isEqualTo(conversation.file().frame().redaction());
        assertThat(again.file().frame().redaction().total()).isEqualTo(2);
        assertThat(new JsonReport(true).render(again.file().offline()))
                .isEqualTo(new JsonReport(true).render(conversation.file().offline()));
    }

    @Test
    void linesThatWereNotKeptAreStillMissing() {
        Troubleshooter troubleshooter = keeping(20_000);
        Conversation conversation = troubleshooter.converse("ann", "t");
        StringBuilder log = new StringBuilder();
        for (int i = 1; i <= 2_000; i++) {
            log.append("2026-11-20 09:43:11 ERROR request ").append(i).append(" failed\n");
        }
        conversation.add(LogSource.text(log.toString(), "a.log"));
        conversation.add(LogSource.text("2026-11-20 09:44:00 ERROR short\n", "b.log"));
        Evidence before = conversation.file().evidence();
        assertThat(before.missing("S1")).isPositive();

        Evidence after = again(troubleshooter, conversation).file().evidence();
        assertThat(after.missing("S1")).isEqualTo(before.missing("S1"));
        assertThat(after.lines("S1")).isEqualTo(2_000);
        for (int line = 1; line <= 2_000; line++) {
            assertThat(text(after, line)).as("line " + line).isEqualTo(text(before, line));
        }
    }

    private static @Nullable String text(Evidence evidence, int line) {
        RedactedText text = evidence.text(LineRef.of("S1", line));
        return text == null ? null : text.toString();
    }

    @Test
    void whatWasStoredTwiceIsReadOnce() {
        Troubleshooter troubleshooter = keeping(1 << 20);
        Conversation conversation = troubleshooter.converse("ann", "t");
        conversation.add(LogSource.text("ERROR disk full\n", "a.log"));
        Answer answer = conversation.ask("why?", AnswerListener.NONE, new Cancellation());
        assertThat(answer.statements()).isNotEmpty();
        // As when the store failed to say that it had stored.
        SessionStore.Stored stored = sessions.find("ann", conversation.id()).orElseThrow();
        SessionStore.StoredEntry turn = stored.entries().get(stored.entries().size() - 1);
        sessions.addEntry(conversation.id(), turn, Clock.systemUTC().instant());
        RedactedText text = conversation.redact("ERROR disk full, and what came of it\n");
        sessions.addSource(conversation.id(), "S1", text, List.of(text));

        Conversation again = again(troubleshooter, conversation);
        assertThat(again.turns()).hasSize(1);
        assertThat(again.file().evidence().sources()).containsExactly("S1");
        assertThat(again.file().evidence().text(LineRef.of("S1", 1))).hasToString("ERROR disk full");
    }

    @Test
    void ofTwoThatBringEvidenceToOneStateTheSecondIsToldAndKeepsNothing() {
        Troubleshooter troubleshooter = keeping(1 << 20);
        Conversation here = troubleshooter.converse("ann", "t");
        here.add(LogSource.text("ERROR disk full\n", "a.log"));
        Conversation there = again(troubleshooter, here);
        assertThat(there.revision()).isEqualTo(here.revision());
        there.add(LogSource.text("ERROR no route to host\n", "b.log"));
        assertThat(here.outdated()).isFalse();

        assertThatThrownBy(() -> here.add(LogSource.text("ERROR timeout\n", "c.log")))
                .isInstanceOfSatisfying(
                        TroubleshooterException.class,
                        refused -> assertThat(refused.code()).isEqualTo(TroubleshooterException.Code.CONFLICT));
        assertThat(here.outdated()).isTrue();
        Conversation again = again(troubleshooter, here);
        assertThat(again.revision())
                .isEqualTo(sessions.revision("ann", here.id()).orElseThrow());
        assertThat(again.file().evidence().sources()).containsExactly("S1", "S2");
        assertThat(again.file().evidence().text(LineRef.of("S2", 1))).hasToString("ERROR no route to host");
    }

    @Test
    void ofTwoThatAnswerFromOneStateTheSecondKeepsNothing() {
        Troubleshooter troubleshooter = keeping(1 << 20);
        Conversation here = troubleshooter.converse("ann", "t");
        here.add(LogSource.text("ERROR disk full\n", "a.log"));
        Conversation there = again(troubleshooter, here);
        there.ask("why?", AnswerListener.NONE, new Cancellation());

        here.ask("what broke?", AnswerListener.NONE, new Cancellation());
        assertThat(here.outdated()).isTrue();
        assertThat(here.stored()).isFalse();
        assertThat(again(troubleshooter, here).turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.question()).hasToString("why?"));
    }

    @Test
    void anAnswerAndEvidenceThatCameMeanwhileStandSideBySide() {
        Troubleshooter troubleshooter = keeping(1 << 20);
        Conversation here = troubleshooter.converse("ann", "t");
        here.add(LogSource.text("ERROR disk full\n", "a.log"));
        Conversation there = again(troubleshooter, here);
        there.add(LogSource.text("ERROR no route to host\n", "b.log"));

        here.ask("why?", AnswerListener.NONE, new Cancellation());
        assertThat(here.stored()).isTrue();
        assertThat(here.outdated()).as("it does not know of the second source").isTrue();
        there.feedback(1, true, "yes");
        there.add(LogSource.text("ERROR timeout\n", "c.log"));

        Conversation again = again(troubleshooter, here);
        assertThat(again.file().evidence().sources()).containsExactly("S1", "S2", "S3");
        assertThat(again.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.question()).hasToString("why?");
            assertThat(turn.answer().diagnosis().frame().sources()).hasSize(1);
        });
        assertThat(again.feedback()).hasSize(1);
    }

    @Test
    void whoeverMissedSomethingAddsNothingOfThatKindAnyMore() {
        Troubleshooter troubleshooter = keeping(1 << 20);
        Conversation here = troubleshooter.converse("ann", "t");
        here.add(LogSource.text("ERROR disk full\n", "a.log"));
        again(troubleshooter, here).add(LogSource.text("ERROR no route to host\n", "b.log"));
        here.ask("why?", AnswerListener.NONE, new Cancellation());

        assertThatThrownBy(() -> here.add(LogSource.text("ERROR timeout\n", "c.log")))
                .isInstanceOf(TroubleshooterException.class);
        assertThat(again(troubleshooter, here).file().evidence().sources()).containsExactly("S1", "S2");
    }

    @Test
    void whatWasNotStoredToItsEndDoesNotCount() {
        Troubleshooter troubleshooter = keeping(1 << 20);
        Conversation conversation = troubleshooter.converse("ann", "t");
        conversation.add(LogSource.text("ERROR disk full\n", "a.log"));
        // As when the service was killed between the lines and the note that they are all there.
        RedactedText text = conversation.redact("ERROR half a log\n");
        sessions.addSource(conversation.id(), "S2", text, List.of(text));

        Conversation again = again(troubleshooter, conversation);
        assertThat(again.file().evidence().sources()).containsExactly("S1");
        again.add(LogSource.text("ERROR the other\n", "b.log"));
        assertThat(again(troubleshooter, conversation).file().evidence().text(LineRef.of("S2", 1)))
                .hasToString("ERROR the other");
    }

    @Test
    void anAnswerIsAboutTheEvidenceThatItWasAboutAlsoLater() {
        Troubleshooter troubleshooter = keeping(1 << 20);
        Conversation conversation = troubleshooter.converse("ann", "t");
        conversation.add(LogSource.text("ERROR disk full\n", "a.log"));
        conversation.ask(null, AnswerListener.NONE, new Cancellation());
        conversation.add(LogSource.text("ERROR the other\n", "b.log"));

        Turn turn = again(troubleshooter, conversation).turns().get(0);
        assertThat(turn.answer().diagnosis().frame().sources()).hasSize(1);
    }
}
