package io.troubleshooter.http.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.troubleshooter.http.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many event streams at one time. */
@Timeout(120)
class StreamsTest {

    private static final int MANY = 1_000;

    @TempDir
    Path folder;

    private RunningService service(String streams, String ofOne) {
        Map<String, String> settings = ScriptedModel.settings(folder, 600_000);
        settings.put("limits.requestsPerMinute", "1000000");
        settings.put("limits.idle", "110s"); // of a machine that does other things as well
        settings.put("limits.streams", streams);
        settings.put("limits.streamsPerCaller", ofOne);
        settings.put("limits.heartbeat", "1s");
        settings.put("limits.shutdown", "0s");
        return RunningService.in(folder, settings);
    }

    /** A connection that asks for the events of a question. */
    private static Socket watch(URI base, String question) throws IOException {
        Socket socket = new Socket(base.getHost(), base.getPort());
        String request = "GET " + question + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads until the text was there. */
    private static String read(Socket socket, String until) throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream in = socket.getInputStream();
        byte[] some = new byte[8_192];
        while (read.indexOf(until) < 0) {
            int count = in.read(some);
            if (count < 0) {
                throw new AssertionError("it ended before: " + read);
            }
            read.append(new String(some, 0, count, StandardCharsets.UTF_8));
        }
        return read.toString();
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket each : sockets) {
            each.close();
        }
    }

    @Test
    void aThousandWatchersNeedNoThreadsOfTheirOwnAndAllHearTheEnd() throws IOException {
        try (RunningService service = service("2000", "2000")) {
            Asking asking = new Asking(service);
            String question = asking.ask(asking.session(ScriptedModel.LOG), "why?", "model");
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                sockets.add(watch(service.uri("/"), question));
            }
            for (Socket each : sockets) {
                read(each, "\"stage\":\"explain\"");
            }

            assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - threads)
                    .isLessThan(MANY / 4);
            asking.cancel(question);
            for (Socket each : sockets) {
                assertThat(read(each, "\r\n0\r\n\r\n")).contains("event: done").contains("\"cancelled\"");
            }
            closeAll(sockets);
        }
    }

    @Test
    void moreStreamsThanMayBeOpenAreRefusedAndThoseThatLeftDoNotCount() throws IOException {
        try (RunningService service = service("100", "2")) {
            Asking asking = new Asking(service);
            String question = asking.ask(asking.session(ScriptedModel.LOG), "why?", "model");
            List<Socket> two = List.of(watch(service.uri("/"), question), watch(service.uri("/"), question));
            for (Socket each : two) {
                read(each, "event: status");
            }

            try (EventReader third = asking.events(question, 0)) {
                assertThat(third.response().statusCode()).isEqualTo(429);
                assertThat(third.response().headers().firstValue("Retry-After")).isPresent();
            }
            closeAll(two);
            int status = 429;
            while (status == 429) {
                try (EventReader again = asking.events(question, 0)) {
                    status = again.response().statusCode();
                }
            }
            assertThat(status).isEqualTo(200);
            assertThat(asking.get(question).path("state").asText()).isEqualTo("running");
        }
    }

    @Test
    void noMoreThanTheServiceBearsAreOpen() throws IOException {
        try (RunningService service = service("1", "5")) {
            Asking asking = new Asking(service);
            String question = asking.ask(asking.session(ScriptedModel.LOG), "why?", "model");
            try (Socket one = watch(service.uri("/"), question)) {
                read(one, "event: status");
                try (EventReader other = asking.events(question, 0)) {
                    assertThat(other.response().statusCode()).isEqualTo(503);
                }
            }
        }
    }
}
