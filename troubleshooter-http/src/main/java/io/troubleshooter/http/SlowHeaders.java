package io.troubleshooter.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections whose next request does not get past its headers in time: a byte now and then keeps an idle
 * timeout from ever being met.
 */
final class SlowHeaders extends AbstractLifeCycle implements Connection.Listener {

    private static final long LOOK_MILLIS = 500;

    private final Connector connector;
    private final long most;
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();

    /** @param most from the first byte of a request to the end of its headers */
    SlowHeaders(Connector connector, Duration most) {
        this.connector = connector;
        this.most = most.toNanos();
    }

    /**
     * @param bytes read when the last request was complete
     * @param since when the first byte after that was seen, {@link System#nanoTime}
     */
    private record Progress(long messages, long bytes, boolean begun, long since) {}

    @Override
    protected void doStart() {
        lookLater();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            open.put(connection, new Progress(0, 0, false, 0));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void lookLater() {
        if (isStarting() || isRunning()) {
            connector.getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        long now = System.nanoTime();
        for (Connection connection : open.keySet()) {
            Progress next = open.computeIfPresent(connection, (each, known) -> progress(each, known, now));
            if (next != null && next.begun && now - next.since > most) {
                connection.close();
            }
        }
        lookLater();
    }

    private static Progress progress(Connection connection, Progress known, long now) {
        boolean inWork = connection.getMessagesIn() != connection.getMessagesOut();
        if (inWork || connection.getMessagesIn() != known.messages) {
            return new Progress(connection.getMessagesIn(), connection.getBytesIn(), false, 0);
        }
        return known.begun || connection.getBytesIn() == known.bytes
                ? known
                : new Progress(known.messages, known.bytes, true, now);
    }
}
