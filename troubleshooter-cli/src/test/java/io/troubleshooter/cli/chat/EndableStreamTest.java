package io.troubleshooter.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class EndableStreamTest {

    @Test
    void givesAllThatComesInOrder() throws IOException {
        byte[] bytes = new byte[300_000];
        new java.util.Random(1).nextBytes(bytes);
        try (EndableStream stream = new EndableStream(new ByteArrayInputStream(bytes))) {
            assertThat(stream.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void aPipeThatNeverEndsCanBeEnded() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        try (EndableStream stream = new EndableStream(new PipedInputStream(writer))) {
            writer.write('a');
            writer.flush();
            assertThat(stream.read()).isEqualTo('a');
            writer.write('b');
            writer.flush();
            Thread.sleep(1_500); // a piped stream looks for more once a second
            stream.end();
            assertThat(stream.read()).isEqualTo('b');
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> assertThat(stream.read()).isEqualTo(-1));
        }
    }
}
