package io.troubleshooter.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.troubleshooter.contract.CollectingSink;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.model.ReplySink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of requests and replies is logged or printed at any level, but for one debug logger of the SDK's. */
@Timeout(120)
class QuietTest {

    private static final String REPLY = "crimson-armadillo";

    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Logger root = Logger.getLogger("");
    private final Handler keeper = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final List<Handler> handlers = Arrays.asList(root.getHandlers());
    private final Level level = root.getLevel();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void listen() {
        handlers.forEach(root::removeHandler);
        keeper.setLevel(Level.ALL);
        root.addHandler(keeper);
        root.setLevel(Level.ALL);
        PrintStream kept = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(kept);
        System.setErr(kept);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
        root.setLevel(level);
        root.removeHandler(keeper);
        handlers.forEach(root::addHandler);
    }

    @Test
    void nothingOfRequestOrReplyIsLogged() {
        Events good = Events.begin().text(0, REPLY, 6).end("end_turn").usage(1, 1, 0, 0);
        Events broken = Events.begin().text(0, REPLY, 99).exception("modelStreamErrorException", Requests.PLANTED);
        try (Service service = Service.playing(
                Acts.error(429, "ThrottlingException", "Slow down."),
                Acts.json(Bodies.reply("{\"text\":\"" + REPLY + "\"}", "end_turn", Bodies.usage(1, 1, 0, 0))),
                Acts.stream(good),
                Acts.stream(broken),
                Acts.cut(Events.begin().text(0, REPLY, 99)),
                Acts.error(400, "ValidationException", "Malformed."))) {
            service.ask(ReplySink.NONE);
            service.ask(new CollectingSink());
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowable(() -> service.ask(new CollectingSink())))
                        .isNotNull();
            }
        }

        assertThat(records).as("the test listens").anyMatch(r -> shown(r).contains("attempt 1 failed"));
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(Requests.PLANTED, REPLY, "wJalrXUtnFEMI");
        for (LogRecord entry : records) {
            if (!isDebugOfEvents(entry)) {
                assertThat(shown(entry))
                        .as(entry.getLoggerName())
                        .doesNotContain(Requests.PLANTED, REPLY, "wJalrXUtnFEMI");
            }
        }
    }

    /** The one logger of the SDK that shows what a stream brings, when whoever runs the program has it debug. */
    private static boolean isDebugOfEvents(LogRecord entry) {
        return entry.getLevel().intValue() <= Level.FINE.intValue()
                && entry.getLoggerName()
                        .equals("software.amazon.awssdk.awscore.eventstream.EventStreamAsyncResponseTransformer");
    }

    private static String shown(LogRecord entry) {
        StringBuilder shown = new StringBuilder(String.valueOf(entry.getMessage()));
        for (Throwable t = entry.getThrown(); t != null; t = t.getCause()) {
            shown.append('\n').append(t);
        }
        return shown.toString();
    }
}
