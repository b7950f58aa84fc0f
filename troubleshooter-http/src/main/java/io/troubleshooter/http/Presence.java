package io.troubleshooter.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Whether the other end of a connection is still open while an answer is in the making: nothing but its end can be read
 * from it then. A client that sends its next request without waiting, as none has to, finds the connection closed after
 * this answer.
 */
final class Presence implements BooleanSupplier {

    private final HttpServletRequest request;
    private final EndPoint end;
    private final ByteBuffer read = BufferUtil.allocate(1);

    private Presence(HttpServletRequest request) {
        this.request = request;
        this.end = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    /** Tells true when the client is gone. */
    static BooleanSupplier of(HttpServletRequest request) {
        return new Presence(request);
    }

    @Override
    public boolean getAsBoolean() {
        try {
            if (!request.getInputStream().isFinished() || BufferUtil.hasContent(read)) {
                return false;
            }
            int got = end.fill(read);
            if (got > 0) {
                closeAfterAnswer();
            }
            return got < 0;
        } catch (IOException broken) {
            return true;
        }
    }

    private void closeAfterAnswer() {
        ServletContextRequest.getServletContextRequest(request)
                .getServletContextResponse()
                .getHeaders()
                .put("Connection", "close");
    }
}
