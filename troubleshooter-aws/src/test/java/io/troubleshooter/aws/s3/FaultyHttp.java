package io.troubleshooter.aws.s3;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The way to S3 with faults on it, below the SDK, which meets them as it would meet real ones. */
public final class FaultyHttp implements SdkHttpClient {

    /** What happens to a call. */
    public enum Fault {
        NONE,
        /** The connection is gone before anything was sent. */
        RESET,
        /** S3 asks to slow down, and does nothing. */
        SLOW_DOWN,
        /** It is done, and the answer is lost. */
        LOST_ANSWER,
        /** Half of the content comes. */
        BREAKS_OFF
    }

    private final SdkHttpClient real = S3Clients.http();
    private final Supplier<Fault> faults;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param faults asked before each call; thread-safe */
    public FaultyHttp(Supplier<Fault> faults) {
        this.faults = faults;
    }

    /** These faults, then none. */
    public static FaultyHttp of(Fault... first) {
        Queue<Fault> left = new ArrayDeque<>(java.util.List.of(first));
        return new FaultyHttp(() -> {
            synchronized (left) {
                return left.isEmpty() ? Fault.NONE : left.remove();
            }
        });
    }

    /** Calls so far, with those that failed. */
    public int calls() {
        return calls.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        calls.incrementAndGet();
        Fault fault = faults.get();
        ExecutableHttpRequest prepared = real.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return FaultyHttp.call(prepared, fault);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private static HttpExecuteResponse call(ExecutableHttpRequest prepared, Fault fault) throws IOException {
        return switch (fault) {
            case NONE -> prepared.call();
            case RESET -> throw new SocketException("Connection reset");
            case SLOW_DOWN -> slowDown();
            case LOST_ANSWER -> {
                prepared.call().responseBody().ifPresent(AbortableInputStream::abort);
                throw new SocketTimeoutException("Read timed out");
            }
            case BREAKS_OFF -> half(prepared.call());
        };
    }

    private static HttpExecuteResponse slowDown() {
        byte[] body = "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"
                .getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder()
                        .statusCode(503)
                        .putHeader("Content-Type", "application/xml")
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    private static HttpExecuteResponse half(HttpExecuteResponse whole) {
        SdkHttpResponse response = whole.httpResponse();
        long length = response.firstMatchingHeader("Content-Length")
                .map(Long::parseLong)
                .orElse(0L);
        return whole.responseBody()
                .filter(body -> response.isSuccessful())
                .map(body -> HttpExecuteResponse.builder()
                        .response(response)
                        .responseBody(AbortableInputStream.create(new Breaking(body, length / 2), body::abort))
                        .build())
                .orElse(whole);
    }

    /** Breaks after so many bytes. */
    private static final class Breaking extends FilterInputStream {
        private long left;

        Breaking(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (left == 0) {
                throw new SocketException("Connection reset");
            }
            int read = super.read(target, offset, (int) Math.min(left, count));
            left -= Math.max(0, read);
            return read;
        }
    }

    @Override
    public void close() {
        real.close();
    }

    @Override
    public String clientName() {
        return "Faulty";
    }
}
