package io.troubleshooter.bedrock;

import com.sun.net.httpserver.HttpExchange;
import io.troubleshooter.bedrock.BedrockServer.Act;
import io.troubleshooter.contract.Requests;
import io.troubleshooter.contract.Scene;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What Bedrock may do with a request. */
final class Acts {

    private Acts() {}

    static boolean streams(HttpExchange exchange) {
        return exchange.getRequestURI().getRawPath().endsWith("/converse-stream");
    }

    static Act json(String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Act stream(Events events) {
        return exchange -> beginStream(exchange, events).close();
    }

    /** Sends events and hangs up without having ended the stream. */
    static Act cut(Events events) {
        return exchange -> beginStream(exchange, events);
    }

    /** Sends events, and then nothing. */
    static Act silence(Events events, CountDownLatch probe, CountDownLatch hungUp) {
        return exchange -> {
            OutputStream out = beginStream(exchange, events);
            awaitHangUp(out, probe, hungUp);
        };
    }

    static OutputStream beginStream(HttpExchange exchange, Events events) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.amazon.eventstream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(events.bytes());
        out.flush();
        return out;
    }

    /** An error of the service; what it says quotes the request, as Bedrock's do. */
    static Act error(int status, String type, String message) {
        return error(status, type, message, null);
    }

    static Act error(int status, String type, String message, String retryAfter) {
        return exchange -> {
            String text = message + " Your request was: " + Requests.PLANTED + " by AKIAIOSFODNN7EXAMPLE";
            byte[] body = ("{\"message\":" + Events.quoted(text) + "}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
            exchange.getResponseHeaders().set("x-amzn-RequestId", "0a1b2c3d-1111-2222-3333-444455556666");
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Says nothing at all; once {@code probe} is open, finds out whether the other side has hung up. */
    static Act hang(CountDownLatch probe, CountDownLatch hungUp) {
        return exchange -> {
            probe.await();
            try {
                exchange.sendResponseHeaders(200, 0);
            } catch (IOException gone) {
                hungUp.countDown();
                return;
            }
            awaitHangUp(exchange.getResponseBody(), probe, hungUp);
        };
    }

    /** Writing to a connection that the other side has closed fails, if not the first time. */
    private static void awaitHangUp(OutputStream out, CountDownLatch probe, CountDownLatch hungUp)
            throws InterruptedException {
        probe.await();
        try {
            for (int i = 0; i < 300; i++) {
                out.write(' ');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException gone) {
            hungUp.countDown();
        }
    }

    static Act of(Scene scene, CountDownLatch probe, CountDownLatch hungUp) {
        return switch (scene.kind()) {
            case REPLY, UNKNOWN_STOP -> exchange -> reply(scene, exchange);
            case THROTTLED -> error(429, "ThrottlingException", "Too many requests.");
            case SERVER_ERROR -> error(500, "InternalServerException", "Oops.");
            case HANG -> hang(probe, hungUp);
            case CUT -> cut(Bodies.events(scene.parts()));
            case BAD_CREDENTIALS ->
                error(403, "UnrecognizedClientException", "The security token included in the request is invalid.");
            case TOO_LONG -> error(400, "ValidationException", "Input is too long for requested model.");
        };
    }

    private static void reply(Scene scene, HttpExchange exchange) throws IOException, InterruptedException {
        String stop = Bodies.stop(scene.stop());
        if (streams(exchange)) {
            Events events = Bodies.events(scene.parts()).end(stop);
            stream(events.usage(scene.usage().input(), scene.usage().output(), 0, 0))
                    .play(exchange);
        } else {
            json(Bodies.reply(scene.parts(), stop, scene.usage())).play(exchange);
        }
    }
}
