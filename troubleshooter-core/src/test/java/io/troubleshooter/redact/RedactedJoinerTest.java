package io.troubleshooter.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.text.LineRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedJoinerTest {

    @Test
    void referencesNumbersAndTimesCanBeJoined() {
        RedactedText joined = new RedactedJoiner(Redactor.create())
                .append(new LineRef("S12", 3, 4))
                .append(RedactedJoiner.Mark.TIMES)
                .append(7)
                .append(RedactedJoiner.Mark.SPACE)
                .append(Instant.parse("2026-11-21T10:42:07.5Z"))
                .join();
        assertThat(joined).hasToString("S12:3-4 x7 2026-11-21T10:42:07Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "s1", "password", "S1 secret", "S1234567890", "SS1"})
    void aReferenceCannotCarryWords(String source) {
        RedactedJoiner joiner = new RedactedJoiner(Redactor.create());
        LineRef ref = LineRef.of(source, 1);
        assertThatThrownBy(() -> joiner.append(ref)).isInstanceOf(IllegalArgumentException.class);
    }
}
