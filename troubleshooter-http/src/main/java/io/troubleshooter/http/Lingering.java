package io.troubleshooter.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/**
 * Reads on for a moment where a request is refused while its client still sends: a connection that is closed over unread
 * bytes is reset, and the client may lose the answer that tells why.
 */
final class Lingering {

    private static final long MOST = 8L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration STILL = Duration.ofMillis(100);
    private static final long PAUSE_MILLIS = 5;

    private Lingering() {}

    static void over(HttpServletRequest request) {
        try {
            drain(request.getInputStream());
        } catch (IOException | IllegalStateException gone) {
            return; // nobody is there to be answered
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(ServletInputStream body) throws IOException, InterruptedException {
        byte[] buffer = new byte[16 << 10];
        long begun = System.nanoTime();
        long moved = begun;
        long read = 0;
        while (!body.isFinished() && read < MOST && within(begun, LONGEST) && within(moved, STILL)) {
            if (body.available() > 0) {
                read += Math.max(0, body.read(buffer));
                moved = System.nanoTime();
            } else {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean within(long since, Duration time) {
        return System.nanoTime() - since < time.toNanos();
    }
}
