package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.frame.IncidentFrame.SourceSummary;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import io.troubleshooter.report.JsonReport;
import io.troubleshooter.talk.CaseFile;
import io.troubleshooter.text.LineRef;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads add to one conversation, ask it and look at it, all at once. */
@Timeout(120)
class CrowdTest {

    private static final int SOURCES = 12;
    private static final int LINES = 40;

    private final InMemorySessions sessions = new InMemorySessions(Duration.ofDays(1), Clock.systemUTC());
    private final Troubleshooter troubleshooter =
            Troubleshooter.builder().sessions(sessions).mustStore(true).build();
    private final Conversation conversation = troubleshooter.converse("ann", "crowd");
    private final ExecutorService crowd = Executors.newFixedThreadPool(8);

    @AfterEach
    void goHome() {
        crowd.shutdownNow();
    }

    /** A log whose lines tell which it is and which address stands in each. */
    private static LogSource log(int number) {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= LINES; line++) {
            text.append("2026-11-20 09:43:11 ERROR source ")
                    .append(number)
                    .append(" line ")
                    .append(line)
                    .append(" refused 198.51.100.")
                    .append(line)
                    .append('\n');
        }
        return LogSource.text(text.toString(), "log-" + number);
    }

    private static void everythingFits(CaseFile file) {
        List<String> ids = file.evidence().sources().stream()
                .filter(id -> id.startsWith("S"))
                .toList();
        assertThat(file.frame().sources()).extracting(SourceSummary::id).isEqualTo(ids);
        for (SourceSummary source : file.frame().sources()) {
            assertThat(source.lines()).isEqualTo(LINES);
            String number = source.name().toString().substring("log-".length());
            for (int line = 1; line <= LINES; line++) {
                assertThat(file.evidence().text(LineRef.of(source.id(), line)))
                        .asString()
                        .contains("source " + number + " line " + line + " refused <ip:");
            }
        }
        assertThat(file.offline().frame()).isSameAs(file.frame());
        assertThat(file.frame().redaction().total()).isEqualTo((long) LINES * ids.size());
    }

    @Test
    void everyViewIsWholeAndNothingIsLost() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Future<Void>> lookers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            lookers.add(crowd.submit(until(over, () -> everythingFits(conversation.file()))));
        }
        lookers.add(crowd.submit(until(over, conversation::bytes)));
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 1; i <= SOURCES; i++) {
            int number = i;
            workers.add(crowd.submit(() -> conversation.add(log(number))));
            workers.add(crowd.submit(() ->
                    conversation.ask("what of 198.51.100." + number + "?", AnswerListener.NONE, new Cancellation())));
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        over.set(true);
        for (Future<Void> looker : lookers) {
            looker.get();
        }

        everythingFits(conversation.file());
        assertThat(conversation.file().frame().sources()).hasSize(SOURCES);
        assertThat(conversation.turns()).hasSize(SOURCES);
        sameAfterwards();
    }

    private static Callable<Void> until(AtomicBoolean over, Runnable look) {
        return () -> {
            while (!over.get()) {
                look.run();
            }
            return null;
        };
    }

    private void sameAfterwards() {
        Conversation again = troubleshooter.resume("ann", conversation.id()).orElseThrow();
        assertThat(again.turns()).extracting(Turn::number).isEqualTo(numbers());
        for (String source : conversation.file().evidence().sources()) {
            LineRef all = new LineRef(source, 1, LINES);
            assertThat(again.file().evidence().text(all))
                    .hasToString(String.valueOf(conversation.file().evidence().text(all)));
        }
    }

    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= SOURCES; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    @Test
    void whatWasShownDoesNotChangeWhenMoreIsRead() {
        conversation.add(log(1));
        CaseFile before = conversation.file();
        String shown = new JsonReport(true).render(before.offline());
        for (int i = 2; i <= 6; i++) {
            conversation.add(log(i));
            assertThat(conversation.file().frame().sources()).hasSize(i);
        }

        assertThat(new JsonReport(true).render(before.offline())).isEqualTo(shown);
        assertThat(before.evidence().sources()).containsExactly("S1");
    }

    @Test
    void nothingIsMadeTwiceForTwoViewsOfTheSame() {
        conversation.add(log(1));
        assertThat(conversation.file()).isSameAs(conversation.file());
    }
}
