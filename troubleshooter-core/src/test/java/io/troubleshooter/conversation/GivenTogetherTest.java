package io.troubleshooter.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.troubleshooter.Conversation;
import io.troubleshooter.Troubleshooter;
import io.troubleshooter.input.LogSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources that are given in one call are kept together or not at all. */
class GivenTogetherTest {

    private final Conversation conversation = Troubleshooter.create().converse();

    @Test
    void eachIsASourceOfItsOwn() {
        conversation.add(LogSource.text("first\n", "a"));

        List<String> ids = conversation.add(reader -> {
            reader.accept(LogSource.text("second\n", "b"));
            reader.accept(LogSource.text("third of 203.0.113.9\n", "c"));
        });

        assertThat(ids).containsExactly("S2", "S3");
        assertThat(conversation.file().evidence().sources()).containsExactly("S1", "S2", "S3");
    }

    @Test
    void whatFailsAfterwardsTakesAllOfThemBack() {
        conversation.add(LogSource.text("first\n", "a"));

        assertThatThrownBy(() -> conversation.add(reader -> {
                    reader.accept(LogSource.text("ERROR of ann@example.com\n", "b"));
                    throw new IllegalStateException("the checksum is wrong");
                }))
                .hasMessage("the checksum is wrong");

        assertThat(conversation.file().evidence().sources()).containsExactly("S1");
        assertThat(conversation.file().frame().redaction().total()).isZero();
        assertThat(conversation.add(reader -> reader.accept(LogSource.text("next\n", "b"))))
                .containsExactly("S2");
    }
}
