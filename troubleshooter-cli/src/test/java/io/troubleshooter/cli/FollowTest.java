package io.troubleshooter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A stream that does not end: {@code tail -f app.log | tst}. */
class FollowTest {

    @Test
    void findingsAreToldWhileTheStreamGoesOn() throws Exception {
        PipedOutputStream writer = new PipedOutputStream();
        Tst tst = new Tst()
                .stdin(new PipedInputStream(writer, 1 << 16))
                .terminals(new Terminals(false, true, false, 0, 80));
        CompletableFuture<Tst.Result> running = CompletableFuture.supplyAsync(tst::run);
        write(writer, "2026-11-20 09:43:10.001  INFO 1 --- [main] c.e.Checkout : order 1 saved\n");
        write(writer, Tst.OUT_OF_MEMORY);
        TimeUnit.MILLISECONDS.sleep(4_500);
        writer.close();
        Tst.Result result = running.get(30, TimeUnit.SECONDS);
        assertThat(result.code()).isZero();
        assertThat(result.err()).startsWith("SO FAR\n").contains("Ctrl-C ends it");
        assertThat(result.out()).contains("INCIDENT").doesNotContain("SO FAR");
    }

    private static void write(PipedOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
