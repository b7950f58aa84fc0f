package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.input.LogSource;
import io.troubleshooter.model.Cancellation;
import org.junit.jupiter.api.Test;

/** What a conversation says of its size, by which a service closes those that do not fit. */
class WeightTest {

    private static final String LINE = "2026-11-20 09:43:11 ERROR refused by 203.0.113.9\n";

    private final Conversation conversation = Troubleshooter.create().converse();

    @Test
    void linesCount() {
        long empty = conversation.bytes();
        conversation.add(LogSource.text(LINE.repeat(10_000), "a.log"));

        assertThat(conversation.bytes() - empty).isBetween(10_000L * 40, 10_000L * 120);
    }

    @Test
    void answersCount() {
        conversation.add(LogSource.text(LINE, "a.log"));
        long before = conversation.bytes();
        conversation.ask("what broke?", AnswerListener.NONE, new Cancellation());

        assertThat(conversation.bytes()).isGreaterThan(before);
    }

    @Test
    void kindsOfMessagesCount() {
        conversation.add(LogSource.text(LINE.repeat(500), "a.log"));
        Conversation varied = Troubleshooter.create().converse();
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            log.append("ERROR ")
                    .append("x".repeat(i % 25 + 1))
                    .append(' ')
                    .append("y".repeat(i / 25 + 1))
                    .append('\n');
        }
        varied.add(LogSource.text(log.toString(), "b.log"));

        assertThat(varied.bytes()).isGreaterThan(2 * conversation.bytes());
    }
}
