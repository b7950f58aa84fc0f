package io.troubleshooter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.record.Level;
import io.troubleshooter.record.LogRecord;
import io.troubleshooter.redact.Redactor;
import io.troubleshooter.text.LineRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FamiliarTest {

    private static final int MANY = 1_000;

    private final Familiar familiar = new Familiar();

    @Test
    void whatNoRuleKnewManyTimesIsNotSearchedAgain() {
        assertThat(familiar.isPlain(record(Level.INFO), 7)).isFalse();
        miss(7);

        assertThat(familiar.isPlain(record(Level.INFO), 7)).isTrue();
        assertThat(familiar.isPlain(record(Level.UNKNOWN), 7)).isTrue();
        assertThat(familiar.isPlain(record(Level.INFO), 8))
                .as("another message")
                .isFalse();
    }

    @Test
    void warningsAndErrorsAreAlwaysSearched() {
        miss(7);

        assertThat(familiar.isPlain(record(Level.WARN), 7)).isFalse();
        assertThat(familiar.isPlain(record(Level.FATAL), 7)).isFalse();
    }

    @Test
    void aMessageThatMatchedOnceIsSearchedForGood() {
        familiar.note(7, true);
        miss(7);

        assertThat(familiar.isPlain(record(Level.INFO), 7)).isFalse();
    }

    private void miss(int maskedId) {
        for (int i = 0; i < MANY; i++) {
            familiar.note(maskedId, false);
        }
    }

    private static LogRecord record(Level level) {
        return new LogRecord(
                LineRef.of("S1", 1),
                null,
                "plain",
                null,
                level,
                null,
                Redactor.create().redact("order saved"),
                List.of(),
                Map.of(),
                null);
    }
}
