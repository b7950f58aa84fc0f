package io.troubleshooter.aws.cloudwatch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events as a stream of text, made a page at a time. */
final class EventText extends InputStream {

    private final LogEvents events;
    private ByteArrayInputStream page = new ByteArrayInputStream(new byte[0]);

    EventText(LogEvents events) {
        this.events = events;
    }

    @Override
    public int read() {
        return fill() ? page.read() : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        if (length == 0) {
            return 0;
        }
        return fill() ? page.read(target, from, length) : -1;
    }

    @Override
    public int available() {
        return page.available();
    }

    private boolean fill() {
        while (page.available() == 0) {
            List<LogEvent> batch = events.next();
            if (batch == null) {
                return false;
            }
            page = new ByteArrayInputStream(EventLines.text(batch).getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }
}
