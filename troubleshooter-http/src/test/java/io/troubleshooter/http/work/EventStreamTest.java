package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream and its client, fast and slow. */
@Timeout(30)
class EventStreamTest {

    private final EventLog log = new EventLog(0);
    private final Client client = new Client();

    /** The side of the container: takes what is written while the client reads. */
    private static final class Client extends ServletOutputStream {

        private final ByteArrayOutputStream got = new ByteArrayOutputStream();
        private boolean reads = true;
        private @Nullable WriteListener listener;

        @Override
        public boolean isReady() {
            return reads;
        }

        @Override
        public void setWriteListener(WriteListener one) {
            listener = one;
        }

        void goesOn() throws IOException {
            reads = true;
            if (listener != null) {
                listener.onWritePossible();
            }
        }

        @Override
        public void write(int one) {
            assertThat(reads).as("written only when it does not block").isTrue();
            got.write(one);
        }

        String text() {
            return got.toString(StandardCharsets.UTF_8);
        }
    }

    private EventStream stream(long after, Duration heartbeat) throws IOException {
        EventStream stream = new EventStream(client, log, after, heartbeat, Duration.ofSeconds(1), Runnable::run);
        stream.start();
        client.goesOn();
        return stream;
    }

    private void happens(int number) {
        log.add("status", JsonNodeFactory.instance.objectNode().put("n", number));
    }

    private static String event(int id) {
        return "id: " + id + "\nevent: status\ndata: {\"n\":" + id + "}\n\n";
    }

    @Test
    void eventsComeInOrderAsTheyHappenUntilTheEnd() throws IOException {
        happens(1);
        EventStream stream = stream(0, Duration.ofHours(1));
        happens(2);
        assertThat(stream.ended()).isNotDone();

        log.end(3, "done", JsonNodeFactory.instance.objectNode());

        assertThat(client.text())
                .isEqualTo("retry: 1000\n\n" + event(1) + event(2) + "id: 3\nevent: done\ndata: {}\n\n");
        assertThat(stream.ended()).isDone();
    }

    @Test
    void aSlowClientMissesNothingOnceItReadsAgain() throws IOException {
        EventStream stream = stream(0, Duration.ofHours(1));
        client.reads = false;
        happens(1);
        happens(2);
        assertThat(client.text()).doesNotContain("id:");

        client.goesOn();

        assertThat(client.text()).endsWith(event(1) + event(2));
        assertThat(stream.ended()).isNotDone();
    }

    @Test
    void aClientThatDoesNotReadForTwoHeartbeatsIsLetGo() throws IOException {
        EventStream stream = stream(0, Duration.ofMillis(5));
        client.reads = false;
        happens(1);

        while (!stream.ended().isDone()) {
            stream.beat();
        }

        happens(2);
        assertThat(client.text()).doesNotContain("id:");
    }

    @Test
    void aClientThatComesBackGetsWhatItHasNotSeen() throws IOException {
        happens(1);
        happens(2);

        stream(1, Duration.ofHours(1));

        assertThat(client.text()).endsWith(event(2)).doesNotContain(event(1));
    }

    @Test
    void aStreamThatIsCutSaysThatItWillGoOn() throws IOException {
        happens(1);
        EventStream stream = stream(0, Duration.ofHours(1));

        log.close();

        assertThat(client.text()).endsWith("event: status\ndata: {\"state\":\"queued\",\"stage\":\"interrupted\"}\n\n");
        assertThat(stream.ended()).isDone();
    }

    @Test
    void aLogThatIsFullStillTellsTheEnd() throws IOException {
        for (int i = 1; i <= 10_000; i++) {
            happens(i);
        }
        log.end(0, "done", JsonNodeFactory.instance.objectNode());
        assertThat(log.last()).isLessThan(5_000);

        stream(log.last() - 1, Duration.ofHours(1));

        assertThat(client.text()).contains("event: done");
    }
}
